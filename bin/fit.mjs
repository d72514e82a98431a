#!/usr/bin/env node
// `npm run fit -- FILE...`: fits the weights of the quotation classifier on labelled spans.
import "./steps/node-version.mjs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./steps/install.mjs";
import { buildFolder, root } from "./steps/paths.mjs";

await installPackages();
const { build } = await import("esbuild");
const outfile = path.join(buildFolder, "fit.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["fit/main.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
});
await import(pathToFileURL(outfile).href);
