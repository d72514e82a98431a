#!/usr/bin/env node
// The command line: a bundle of lib/cli, made anew when the sources are newer.
import "./steps/node-version.mjs";

import("./steps/command.mjs").then(({ runCommand }) => runCommand());
