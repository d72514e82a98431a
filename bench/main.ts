import { closeAll } from "../lib/database/registry.ts";
import startTestServer from "../lib/launcher/test-server.ts";
import { benchEngine } from "./engine.ts";
import { benchExplore } from "./explore.ts";
import { benchImport } from "./import.ts";

const BENCHES: Record<string, { needsDatabase: boolean; run(): Promise<void> }> = {
  engine: { needsDatabase: false, run: benchEngine },
  import: { needsDatabase: true, run: benchImport },
  explore: { needsDatabase: true, run: benchExplore },
};

/** Runs the benchmarks named, or all. Every figure is a ratio to a floor or peer of the same run: machines are noisy. */
async function main(names: string[]): Promise<void> {
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
    for (const name of chosen) await BENCHES[name]?.run();
  } finally {
    await closeAll();
    await stop();
  }
}

await main(process.argv.slice(2));
