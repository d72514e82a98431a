import { parseArgs } from "node:util";
import { isMainThread, workerData } from "node:worker_threads";
import { closeAll } from "../lib/database/registry.ts";
import startTestServer from "../lib/launcher/test-server.ts";
import { type ContenderData, serveContender } from "./contender-thread.ts";
import { benchEngine, prepareEngineContender } from "./engine.ts";
import { benchExplore } from "./explore.ts";
import { benchImport } from "./import.ts";
import { benchLinear } from "./linear.ts";
import { benchThreads } from "./threads.ts";

/** Benchmarks by name. Those that read text take a file of articles instead of generated ones. */
const BENCHES: Record<string, { needsDatabase: boolean; run(file?: string): Promise<void> }> = {
  engine: { needsDatabase: false, run: benchEngine },
  linear: { needsDatabase: false, run: benchLinear },
  threads: { needsDatabase: false, run: benchThreads },
  import: { needsDatabase: true, run: benchImport },
  explore: { needsDatabase: true, run: benchExplore },
};

/** Runs the benchmarks named, or all. Every figure is a ratio to a floor or peer of the same run: machines are noisy. */
async function main(names: string[], file?: string): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    console.error(
      `No benchmark is called ${unknown.join(", ")}: known are ${Object.keys(BENCHES).join(", ")}.`,
    );
    process.exitCode = 2;
    return;
  }
  const chosen = names.length > 0 ? names : Object.keys(BENCHES);
  const stop = chosen.some((name) => BENCHES[name]?.needsDatabase)
    ? await startTestServer()
    : async () => undefined;
  try {
    const server = process.env.FRAMESCOPE_TEST_SERVER;
    if (server) process.env.DATABASE_URL = server;
    for (const name of chosen) await BENCHES[name]?.run(file);
  } finally {
    await closeAll();
    await stop();
  }
}

if (isMainThread) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { text: { type: "string" } },
  });
  await main(positionals, values.text);
} else {
  const { contender, file } = workerData as ContenderData;
  serveContender(await prepareEngineContender(contender, file));
}
