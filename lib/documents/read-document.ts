import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../config.ts";

/** The documents of docs/ that pages show. */
export const DOCUMENTS = [
  "methods.md",
  "accuracy.md",
  "accuracy.json",
  "data-dictionary.md",
  "lexicons.md",
] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

/** Reads a document of docs/ as it stands on the disk. */
export function readDocument(name: DocumentName): string {
  return readFileSync(path.join(projectRoot(), "docs", name), "utf8");
}
