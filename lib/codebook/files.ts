import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { projectRoot } from "../config.ts";

export interface NamedCodebook {
  /** SHA-256 over names and contents, in hex. */
  hash: string;
  files: CodebookFiles;
}

/** Names a codebook by its files: SHA-256 over each name, the length of its content and the content, by name. */
export function hashCodebook(files: CodebookFiles): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(files).sort()) {
    const content = Buffer.from(files[name] ?? "");
    hash.update(`${name}\n${content.byteLength}\n`).update(content);
  }
  return hash.digest("hex");
}

/** The codebook that comes with the program: every CSV file under analysis/codebook. */
export function readShippedCodebook(
  folder = path.join(projectRoot(), "analysis", "codebook"),
): NamedCodebook {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
  return { hash: hashCodebook(files), files };
}
