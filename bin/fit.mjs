#!/usr/bin/env node
// `npm run fit -- FILE...`: fits the weights of the quotation classifier on labelled spans.
import "./steps/node-version.mjs";
import { installPackages } from "./steps/install.mjs";
import { runBundle } from "./steps/run-bundle.mjs";

await installPackages();
await runBundle("fit/main.ts", "fit");
