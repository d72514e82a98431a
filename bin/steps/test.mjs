import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { duration, printError } from "../../lib/launcher/step.mjs";
import { bundleSources } from "./bundle.mjs";
import { findChromium } from "./chromium.mjs";
import { startFramescope } from "./framescope-process.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { buildFolder, root } from "./paths.mjs";
import { endRunning, run } from "./run.mjs";
import { buildSite } from "./site.mjs";

/** @typedef {{passed: number, failed: number}} Count */

/** In this order: the cheap ones first; the pages are built before the tests that start the real thing. */
const PARTS = { types, lint, build, unit, e2e };

/** Runs the named parts, or all. The last line is "N passed, N failed". */
export async function test(names) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      endRunning();
      process.exit(130);
    });
  }
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown) {
    console.error(`No part is called "${unknown}": ${Object.keys(PARTS).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const total = await runParts(names.length > 0 ? names : Object.keys(PARTS));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function runParts(names) {
  const total = { passed: 0, failed: 0 };
  try {
    await installPackages();
    await generateClient();
    await bundleSources();
  } catch (error) {
    printError(error);
    return { passed: 0, failed: 1 };
  }
  for (const name of names) {
    console.log(`\n--- ${name}`);
    const started = Date.now();
    const count = await PARTS[name]().catch((error) => {
      printError(error);
      return { passed: 0, failed: 1 };
    });
    console.log(`--- ${name}: ${verdict(count)} in ${duration(Date.now() - started)}`);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  return total;
}

function verdict({ passed, failed }) {
  return failed > 0 ? `${failed} failed` : `${passed} passed`;
}

/** Runs a tool of node_modules, its output shown. @returns its exit code */
async function tool(script, args, env = {}) {
  const file = path.join(root, "node_modules", script);
  const options = { cwd: root, env: { ...process.env, ...env }, show: true };
  return (await run(process.execPath, [file, ...args], options)).code;
}

const counted = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function types() {
  // Writes next-env.d.ts, which git doesn't keep: without it, styles and pictures have no types.
  const env = { NODE_ENV: "production" };
  const codes = [
    await tool("next/dist/bin/next", ["typegen"], env),
    await tool("typescript/bin/tsc", ["-p", "tsconfig.tests.json"]),
    await tool("typescript/bin/tsc", ["-p", "analysis/tsconfig.json"]),
  ];
  return counted(codes.find((code) => code !== 0) ?? 0);
}

async function lint() {
  return counted(await tool("@biomejs/biome/bin/biome", ["check", "."]));
}

async function build() {
  await buildSite();
  return counted(0);
}

/** Vitest on a PostgreSQL of its own (lib/launcher/test-server.ts starts it). */
async function unit() {
  const report = reportFile("vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await tool("vitest/vitest.mjs", args, { DATABASE_URL: "" });
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report);
  // A file that doesn't even load has no failed test.
  return { passed, failed: failed || (code === 0 ? 0 : 1) };
}

/** Playwright against the real thing, started as a user starts it, on data of its own. */
async function e2e() {
  const browser = await findChromium();
  await buildSite();
  const data = mkdtempSync(path.join(tmpdir(), "framescope-e2e-"));
  const framescope = await startFramescope(data);
  try {
    const report = reportFile("playwright.json");
    const code = await tool("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
      CHROME_PATH: browser,
      FRAMESCOPE_URL: framescope.url,
      FRAMESCOPE_DATA: data,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
    const { expected, flaky, unexpected } = readReport(report).stats;
    return { passed: expected + flaky, failed: unexpected || (code === 0 ? 0 : 1) };
  } finally {
    await framescope.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function reportFile(name) {
  const file = path.join(buildFolder, "reports", name);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
