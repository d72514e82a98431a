import { readFileSync } from "node:fs";
import path from "node:path";
import { StopError, step } from "../../lib/launcher/step.mjs";
import { root } from "./paths.mjs";
import { run, tail } from "./run.mjs";

/** Installs the packages of package-lock.json where node_modules doesn't hold exactly these. */
export async function installPackages(out = process.stdout) {
  if (isInstalled()) return;
  await step("Installing packages (npm ci; minutes on a slow network)", npmCi, out);
}

async function npmCi() {
  // Development packages too, whatever NODE_ENV and npm's settings say: the build and the tests need them.
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  // The lock names every package by its hash, so a copy in npm's cache is as good as a fresh one; and by npm's own
  // settings, a machine without a network waits for minutes before it hears of it.
  args.push("--prefer-offline", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000");
  const cli = process.env.npm_execpath;
  const viaNode = cli?.endsWith("npm-cli.js");
  const { code, output } = await run(
    viaNode ? process.execPath : "npm",
    viaNode ? [cli, ...args] : args,
    { cwd: root },
  );
  if (code === 0) return;
  throw new StopError(
    `${tail(output)}\nThe packages could not be installed: npm's reason stands above. With the network back, or a proxy set in npm, run the command again.`,
  );
}

/** npm writes node_modules/.package-lock.json last: where it agrees with package-lock.json, the install is whole. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([name, { version, ...entry }]) => {
    if (name === "") return true;
    if (present[name]) return present[name].version === version;
    return entry.optional === true && !isForThisMachine(entry);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages;
  } catch {
    return null;
  }
}

/** Whether an optional package is the build for this very platform (those by C library can't be told apart here). */
function isForThisMachine({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}
