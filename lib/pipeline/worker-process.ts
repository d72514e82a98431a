import { setTimeout as sleep } from "node:timers/promises";
import { closeAll } from "../database/registry.ts";
import { runWorker } from "./worker.ts";

/** The worker as a process of its own (build/worker.mjs): serves until it is told to stop. */

/** A batch takes under a second; what takes longer (a VACUUM) is cut off, and nothing is lost. */
const GRACE = 8000;

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, () => stop.abort());
}

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

async function endInTime(): Promise<void> {
  await new Promise((resolve) => stop.signal.addEventListener("abort", resolve, { once: true }));
  await sleep(GRACE, undefined, { ref: false });
  process.exit(0);
}

void endInTime();
try {
  log("serving");
  await runWorker({ signal: stop.signal, log });
  await closeAll();
  log("stopped");
} catch (error) {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
