import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildFolder, root } from "./paths.mjs";

/** Bundles a program that is written in TypeScript, such as "fit/main.ts", and runs it. */
export async function runBundle(entry, name) {
  const { build } = await import("esbuild");
  const outfile = path.join(buildFolder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
  });
  await import(pathToFileURL(outfile).href);
}
