import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { StopError, step } from "../../lib/launcher/step.mjs";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const ADVICE =
  "install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROME_PATH to its program.";

/** The Chromium to test in: CHROME_PATH, else Playwright's own, else the system's, else one installed now. */
export async function findChromium() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (works(given)) return given;
    throw new StopError(`CHROME_PATH names ${given}, which does not run: ${ADVICE}`);
  }
  const found = await lookForChromium();
  if (found) return found;
  await step("Installing a Chromium for the end-to-end tests", installChromium);
  const installed = await lookForChromium();
  if (installed) return installed;
  throw new StopError(`No Chromium to test in, and none could be installed: ${ADVICE}`);
}

async function lookForChromium() {
  const { chromium } = await import("@playwright/test");
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const system = COMMANDS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [chromium.executablePath(), ...system, ...APPLICATIONS].find(works);
}

/** A browser that is there may still lack libraries of the system: it has to say its version. */
function works(program) {
  if (!existsSync(program)) return false;
  if (process.platform === "win32") return true;
  return spawnSync(program, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

/** Playwright's download, with the system's libraries where we may install them; else, as root, Debian's package. */
async function installChromium() {
  const isRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const playwright = path.join(root, "node_modules/@playwright/test/cli.js");
  const args = [playwright, "install", ...(isRoot ? ["--with-deps"] : []), "chromium"];
  const downloaded = await run(process.execPath, args, { cwd: root });
  if (downloaded.code === 0 || !isRoot) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
}
