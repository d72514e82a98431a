#!/usr/bin/env node
// `npm start`: from a bare clone to a page. Everything that isn't there yet is made, step by step.
import "./steps/node-version.mjs";

import("./steps/start.mjs").then(({ start }) => start());
