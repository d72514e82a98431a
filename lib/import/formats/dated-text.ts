import { parseWebUrl } from "../canonical-url.ts";
import { type ByteLine, decodeStrictly, splitLines } from "./lines.ts";
import {
  type ImportFormat,
  MAX_RECORD,
  type Row,
  refused,
  TOO_LONG,
  WRONG_ENCODING,
} from "./row.ts";

const METADATA = /^\s*date (\d{4}-\d\d-\d\d) (\S+)\s*$/;
/** One or more blank lines, with the end of the line before them. */
const BLANK_LINES = /\r?\n(?:[ \t]*\r?\n)+/g;

function withoutBlanksAround(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\r\n".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimStart();
}

/** Column names of the format; the mapping knows them. */
export interface DatedParts {
  headline: string;
  teaser: string;
  body: string;
}

/**
 * The parts of one article's text: blocks are parted by blank lines; the first is the headline; of three or more the second is
 * the teaser and the rest, with its blank lines, the body; of two there is no teaser. Nothing inside a part is touched.
 *
 * @example splitParts("Head\n\nOne.\n") // { headline: "Head", teaser: "", body: "One." }
 */
export function splitParts(text: string): DatedParts {
  const trimmed = withoutBlanksAround(text);
  const gaps = [...trimmed.matchAll(BLANK_LINES)];
  const [first, second] = gaps;
  if (!first) return { headline: trimmed, teaser: "", body: "" };
  const headline = trimmed.slice(0, first.index);
  const afterFirst = first.index + first[0].length;
  if (!second) return { headline, teaser: "", body: trimmed.slice(afterFirst).trimStart() };
  const body = trimmed.slice(second.index + second[0].length).trimStart();
  return { headline, teaser: trimmed.slice(afterFirst, second.index).trimStart(), body };
}

/** An article under construction: its metadata line and the lines of its text. */
class OpenArticle {
  readonly #lines: Buffer[] = [];
  #length = 0;

  constructor(
    readonly line: number,
    readonly date: string,
    readonly place: string,
  ) {}

  add(bytes: Buffer | null): void {
    this.#length += bytes === null ? MAX_RECORD : bytes.length + 1;
    if (this.#length > MAX_RECORD) this.#lines.length = 0;
    else if (bytes) this.#lines.push(bytes, Buffer.from("\n"));
  }

  close(): Row {
    if (this.#length > MAX_RECORD) return refused(this.line, TOO_LONG);
    const text = decodeStrictly(Buffer.concat(this.#lines));
    if (text === null) return refused(this.line, WRONG_ENCODING);
    // What stands after the date is the address; a word that can be none is the outlet.
    const place = parseWebUrl(this.place) ? { url: this.place } : { outlet: this.place };
    const values = new Map(Object.entries({ date: this.date, ...place, ...splitParts(text) }));
    return { kind: "record", line: this.line, values };
  }
}

function metadataOf(line: ByteLine): OpenArticle | null {
  if (line.bytes === null || line.bytes.length > 10_000) return null;
  const [, date, place] = METADATA.exec(line.bytes.toString("utf8")) ?? [];
  return date && place ? new OpenArticle(line.line, date, place) : null;
}

/** Articles as plain text, each under a line `date 2022-02-10 https://...`. */
export const datedText: ImportFormat = {
  id: "dated-text",
  title: "dated text",
  extensions: ["txt"],
  recognises: (head) => METADATA.test(head.split("\n", 1)[0] ?? ""),
  async *read(bytes): AsyncGenerator<Row> {
    let article: OpenArticle | null = null;
    let stray = false;
    for await (const line of splitLines(bytes)) {
      const next = metadataOf(line);
      if (next) {
        if (article) yield article.close();
        article = next;
      } else if (article) {
        article.add(line.bytes);
      } else if (!stray && line.bytes?.toString("utf8").trim() !== "") {
        stray = true;
        yield refused(
          line.line,
          "Text before the first line of the form: date 2022-02-10 https://...",
        );
      }
    }
    if (article) yield article.close();
  },
};
