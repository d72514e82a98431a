#!/usr/bin/env node
// `npm run bench [engine|linear|threads|import|explore] [-- --text FILE.jsonl.gz]`: ratios against a floor or a peer in the same run.
import "./steps/node-version.mjs";
import { bundleSources } from "./steps/bundle.mjs";
import { generateClient } from "./steps/generate.mjs";
import { installPackages } from "./steps/install.mjs";
import { runBundle } from "./steps/run-bundle.mjs";

await installPackages();
await generateClient();
// The import's benchmark analyses in threads, whose bundle lies beside its own.
await bundleSources();
await runBundle("bench/main.ts", "bench");
