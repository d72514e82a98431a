import { readdirSync, readFileSync } from "node:fs";
import type { CodebookFiles } from "./codebook.ts";
import { type Codebook, compileCodebook } from "./compile.ts";

/** The files of the codebook as it is shipped, read from this folder: for tests, since analysis itself reads no files. */
export function shippedFiles(): CodebookFiles {
  const folder = new URL("./", import.meta.url);
  const tables = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".csv"));
  return Object.fromEntries(
    tables.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  );
}

/** The codebook as it is shipped, compiled. */
export function shippedCodebook(): Codebook {
  return compileCodebook(shippedFiles(), "test");
}
