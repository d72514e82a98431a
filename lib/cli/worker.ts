import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { runWorker } from "../pipeline/worker.ts";
import { withDatabase } from "./database.ts";

function parseThreads(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > 256) {
    throw new InvalidArgumentError("A number of threads is a whole number from 1 to 256.");
  }
  return threads;
}

/** `framescope worker`: one more worker, on this machine or another one. */
export function register(program: Command): void {
  program
    .command("worker")
    .description("run imports, analyse articles and count rollups until it is stopped")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    )
    .option("--threads <n>", "analysis threads (else one for each processor)", parseThreads)
    .action((options: { database?: string; threads?: number }) =>
      withDatabase(options, () => serve(options.threads)),
    );
}

async function serve(threads: number | undefined): Promise<void> {
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const onSignal = () => stop.abort();
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await runWorker({ signal: stop.signal, threads, log: (line) => console.log(line) });
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
