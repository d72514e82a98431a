import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/** Every file at or below a path of the checkout, sorted, without tests. */
function files(relative) {
  const full = path.join(root, relative);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(relative) ? [] : [relative];
  return readdirSync(full)
    .sort()
    .flatMap((name) => files(`${relative}/${name}`));
}

/** A hash over names and contents of sources: the same sources, the same hash. @param {string[]} sources */
export function hashSources(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap(files)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

/**
 * Makes outputs again when their sources changed, or when an output is missing (a stamp alone says nothing about that).
 * @param {{stamp: string, sources: string[], outputs: string[], make: () => Promise<void>}} what
 */
export async function makeIfChanged({ stamp, sources, outputs, make }) {
  const hash = hashSources(sources);
  const known = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (known === hash && outputs.every((output) => existsSync(output))) return;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
