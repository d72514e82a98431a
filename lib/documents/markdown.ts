import { marked, type Token, type Tokens } from "marked";
import { latexToMathMl } from "./math.ts";

/** A piece of a line of text. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] };

export interface Heading {
  kind: "heading";
  level: number;
  /** As GitHub names it, so that a link works there and here: "7-statistics". */
  id: string;
  text: string;
}

export interface Table {
  kind: "table";
  head: Inline[][];
  rows: Inline[][][];
  /** Columns that hold numbers alone, and are read from the right. */
  numeric: boolean[];
}

export type Block =
  | Heading
  | Table
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "code"; text: string }
  | { kind: "math"; latex: string; mathMl: string };

/**
 * Reads a document of docs/ (GitHub's Markdown, with formulas in ```math fences) as blocks. Text is text: HTML, pictures
 * and whatever else has no block of its own stand there as they were written.
 * `prefix` stands before each id, where one page shows two documents.
 */
export function parseMarkdown(markdown: string, prefix = ""): Block[] {
  const ids = new Map<string, number>();
  return readBlocks(marked.lexer(markdown), (text) => prefix + newId(text, ids));
}

type NameHeading = (text: string) => string;

function newId(text: string, ids: Map<string, number>): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  const before = ids.get(slug) ?? 0;
  ids.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before}`;
}

function readBlocks(tokens: readonly Token[], nameHeading: NameHeading): Block[] {
  return tokens.flatMap((token) => readBlock(token, nameHeading) ?? []);
}

function readBlock(token: Token, nameHeading: NameHeading): Block | null {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading": {
      const text = plainText(readInlines(token.tokens ?? []));
      return { kind: "heading", level: token.depth, id: nameHeading(text), text };
    }
    case "paragraph":
    case "text":
      return { kind: "paragraph", content: readInlines(token.tokens ?? [token]) };
    case "list": {
      const { ordered, items } = token as Tokens.List;
      return {
        kind: "list",
        ordered,
        items: items.map((item) => readBlocks(item.tokens, nameHeading)),
      };
    }
    case "table":
      return readTable(token as Tokens.Table);
    case "code":
      return token.lang === "math"
        ? { kind: "math", latex: token.text, mathMl: latexToMathMl(token.text) }
        : { kind: "code", text: token.text };
    default:
      return { kind: "paragraph", content: [{ kind: "text", text: token.raw.trim() }] };
  }
}

function readTable({ header, rows }: Tokens.Table): Table {
  const cells = (row: Tokens.TableCell[]) => row.map((cell) => readInlines(cell.tokens));
  const body = rows.map(cells);
  const numeric = header.map((_, column) => {
    const texts = body.map((row) => plainText(row[column] ?? [])).filter((text) => text !== "");
    return texts.length > 0 && texts.every((text) => /^[-−+]?[\d.,]+%?$/.test(text));
  });
  return { kind: "table", head: cells(header), rows: body, numeric };
}

function readInlines(tokens: readonly Token[]): Inline[] {
  return tokens.map(readInline);
}

function readInline(token: Token): Inline {
  switch (token.type) {
    case "text":
    case "escape":
      return { kind: "text", text: token.text };
    case "codespan":
      return { kind: "code", text: token.text };
    case "strong":
      return { kind: "strong", content: readInlines(token.tokens ?? []) };
    case "em":
      return { kind: "emphasis", content: readInlines(token.tokens ?? []) };
    case "link":
      return { kind: "link", href: token.href, content: readInlines(token.tokens ?? []) };
    default:
      return { kind: "text", text: token.raw };
  }
}

/** The words alone. */
export function plainText(content: readonly Inline[]): string {
  return content.map((one) => ("text" in one ? one.text : plainText(one.content))).join("");
}
