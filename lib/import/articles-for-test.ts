import { inPieces } from "./formats/read-for-test.ts";
import type { FileToImport } from "./run.ts";

export const fileOf = (
  contents: string | Uint8Array,
  more: Partial<FileToImport> = {},
): FileToImport => {
  const bytes = typeof contents === "string" ? Buffer.from(contents) : contents;
  return { name: "articles.csv", size: bytes.length, open: () => inPieces(bytes, 10_000), ...more };
};

export const text = (number: number) =>
  `The ministry said that dam ${number} would hold, and that nobody had to leave.`;
export const manyRows = (count: number) =>
  `outlet,url,date,title,text,desk\n${Array.from({ length: count }, (_, n) => `Herald ${n % 12},https://h${n % 12}.example/${n},2031-01-${String((n % 28) + 1).padStart(2, "0")},Title ${n},"${text(n)}",world`).join("\n")}\n`;
