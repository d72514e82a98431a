import type { Span } from "../../analysis/types.ts";
import type { WrongDecision } from "./report.ts";

/** Context on either side, in UTF-16 code units, cut at blanks. */
const SIDE = 70;
/** Longest stretch that is shown whole. */
const LONGEST = 160;

/** A stretch with what stands around it, line breaks as blanks. */
export function inContext(text: string, { start, end }: Span) {
  const plain = (part: string) => part.replace(/\s+/g, " ");
  const left = text.slice(Math.max(0, start - SIDE), start);
  const right = text.slice(end, end + SIDE);
  return {
    left: plain(start > SIDE ? left.slice(left.indexOf(" ") + 1) : left).trimStart(),
    match: plain(
      end - start > LONGEST ? `${text.slice(start, start + LONGEST)} ...` : text.slice(start, end),
    ),
    right: plain(
      end + SIDE < text.length ? right.slice(0, right.lastIndexOf(" ")) : right,
    ).trimEnd(),
  };
}

/** Gathers disagreements of one wording: the most frequent are the worst, and one of each is shown where it first stood. */
export class FrequentErrors {
  readonly #byWords = new Map<string, WrongDecision>();

  add(what: string, { line, id, text }: { line: number; id: string; text: string }, span: Span) {
    const key = `${what} ${text.slice(span.start, span.end).toLowerCase()}`;
    const before = this.#byWords.get(key);
    if (before) before.size += 1;
    else
      this.#byWords.set(key, { what, size: 1, unit: "times", line, id, ...inContext(text, span) });
  }

  all(): WrongDecision[] {
    return [...this.#byWords.values()];
  }
}

/**
 * The worst of each kind (`what`), then the second of each, and so on; the kind whose worst is largest comes first. So the
 * first few show what goes wrong, not one thing many times.
 */
export function worstByTurns(errors: readonly WrongDecision[]): WrongDecision[] {
  const sorted = [...errors].sort((a, b) => b.size - a.size || a.line - b.line);
  const kinds = new Map<string, WrongDecision[]>();
  for (const error of sorted) {
    const kind = kinds.get(error.what);
    if (kind) kind.push(error);
    else kinds.set(error.what, [error]);
  }
  const longest = Math.max(0, ...[...kinds.values()].map((kind) => kind.length));
  return Array.from({ length: longest }, (_, turn) => turn).flatMap((turn) =>
    [...kinds.values()].flatMap((kind) => kind[turn] ?? []),
  );
}
