#!/usr/bin/env node
// `npm test`: everything, from a bare clone. `node bin/test.mjs types|lint|unit|build|e2e` runs one part.
import "./steps/node-version.mjs";

// Tests have build folders of their own, so that a running Framescope keeps its pages. Set before paths.mjs reads it.
process.env.NEXT_DIST_DIR ??= ".next-test";
import("./steps/test.mjs").then(({ test }) => test(process.argv.slice(2)));
