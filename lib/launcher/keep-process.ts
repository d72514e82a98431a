import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildFolder, dataFolder } from "../config.ts";
import type { Kept } from "./database.ts";
import { endProcess, spawnLogged } from "./processes.ts";
import { recordProcess } from "./server-file.ts";

export interface KeptProcess extends Kept {
  /** How often it died without having lived for a minute. */
  failures(): number;
  log: string;
}

const LONGEST_PAUSE = 30_000;
const A_GOOD_LIFE = 60_000;

/** Runs the bundle of a role until it is stopped; when it dies, it is started again after a pause that grows. */
export function keepProcess(
  role: "server" | "worker",
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): KeptProcess {
  const log = path.join(dataFolder(), "logs", `${role}.log`);
  const script = path.join(buildFolder(), `${role}.mjs`);
  const stopped = new AbortController();
  let failures = 0;
  const runOnce = async () => {
    const started = Date.now();
    const args = ["--enable-source-maps", script];
    const child = await spawnLogged(process.execPath, args, { log, env });
    recordProcess(role, child);
    const end = () => endProcess(child, ["SIGTERM", 10_000], ["SIGKILL", 2_000]);
    stopped.signal.addEventListener("abort", end, { once: true });
    if (stopped.signal.aborted) await end();
    const reason = await child.ended;
    stopped.signal.removeEventListener("abort", end);
    if (stopped.signal.aborted) return;
    failures = Date.now() - started > A_GOOD_LIFE ? 0 : failures + 1;
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** failures);
    say(`The ${role} stopped unexpectedly (${reason}): starting it again. Its log: ${log}`);
    await sleep(pause, undefined, { signal: stopped.signal }).catch(() => undefined);
  };
  const keep = async () => {
    while (!stopped.signal.aborted) await runOnce();
  };
  const keeping = keep().catch((error) => say(`The ${role} can't be started: ${error.message}`));
  return {
    log,
    failures: () => failures,
    async stop() {
      stopped.abort();
      await keeping;
      recordProcess(role, null);
    },
  };
}
