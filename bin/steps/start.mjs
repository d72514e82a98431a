import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isAlive, isLock, takeLock } from "../../lib/launcher/lock.mjs";
import { outliveReaders, printError } from "../../lib/launcher/step.mjs";
import { bundleSources } from "./bundle.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { buildFolder, dataFolder } from "./paths.mjs";
import { endRunning } from "./run.mjs";
import { buildSite } from "./site.mjs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Starts Framescope, or says where it runs already. */
export async function start() {
  outliveReaders();
  try {
    const lock = await lockOrUrl();
    if (lock === null) return;
    await startLocked(lock);
  } catch (error) {
    printError(error);
    process.exitCode = 1;
  }
}

/** Waits for the lock of the data folder; null where a living launcher has it and its URL was printed. */
async function lockOrUrl() {
  let told = false;
  for (;;) {
    const taken = takeLock(dataFolder, "launcher");
    if (isLock(taken)) return taken;
    const url = urlOf(taken);
    if (url) {
      console.log(`Framescope is running already: ${url}`);
      return null;
    }
    if (!told) console.log(`Framescope is being started by process ${taken.pid}: waiting for it.`);
    told = true;
    while (isAlive(taken) && !urlOf(taken)) await new Promise((wake) => setTimeout(wake, 300));
  }
}

/** The URL in server.json, where this very launcher wrote it. */
function urlOf(holder) {
  try {
    const file = JSON.parse(readFileSync(path.join(dataFolder, "server.json"), "utf8"));
    return holder.purpose === "launcher" && file.launcher === holder.pid ? file.url : undefined;
  } catch {
    return undefined;
  }
}

async function startLocked(lock) {
  // The lock is given back however this ends; only a hard kill leaves it, and then it is seen to be stale.
  process.on("exit", () => lock.release());
  const onSignal = () => {
    endRunning();
    console.log("");
    process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  await installPackages();
  await generateClient();
  await bundleSources();
  await buildSite();
  const { launch } = await import(pathToFileURL(path.join(buildFolder, "launcher.mjs")).href);
  for (const signal of SIGNALS) process.off(signal, onSignal);
  await launch();
}
