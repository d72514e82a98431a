#!/usr/bin/env node
// `npm run bench [engine|linear|threads|import|explore] [-- --text FILE.jsonl.gz]`: ratios against a floor or a peer in the same run.
import "./steps/node-version.mjs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleSources } from "./steps/bundle.mjs";
import { generateClient } from "./steps/generate.mjs";
import { installPackages } from "./steps/install.mjs";
import { buildFolder, root } from "./steps/paths.mjs";

await installPackages();
await generateClient();
// The import's benchmark analyses in threads, whose bundle lies beside its own.
await bundleSources();
const { build } = await import("esbuild");
const outfile = path.join(buildFolder, "bench.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["bench/main.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
});
await import(pathToFileURL(outfile).href);
