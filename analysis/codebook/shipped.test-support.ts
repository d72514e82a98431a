import { readdirSync, readFileSync } from "node:fs";
import { type Codebook, compileCodebook } from "./compile.ts";

/** The codebook as it is shipped, read from this folder: for tests, since analysis itself reads no files. */
export function shippedCodebook(): Codebook {
  const folder = new URL("./", import.meta.url);
  const tables = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".csv"));
  const files = tables.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]);
  return compileCodebook(Object.fromEntries(files), "test");
}
