import { fileURLToPath } from "node:url";
import { parentPort, Worker } from "node:worker_threads";

/** What a thread is told of the contender that it runs. */
export interface ContenderData {
  contender: string;
  /** The articles to read; generated ones where there is none. */
  file: string | undefined;
}

/**
 * A thread of this very program that runs one contender again and again, on a heap of its own, with compiled code that no
 * other contender's use has changed.
 */
export function threadFor(data: ContenderData): {
  run(): Promise<void>;
  close(): Promise<unknown>;
} {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: data });
  const run = () =>
    new Promise<void>((done, failed) => {
      worker.once("error", failed);
      worker.once("message", () => {
        worker.off("error", failed);
        done();
      });
      worker.postMessage(null);
    });
  return { run, close: () => worker.terminate() };
}

/** In such a thread: runs the contender once for each message, and answers when it is done. */
export function serveContender(run: () => void): void {
  parentPort?.on("message", () => {
    run();
    parentPort?.postMessage(null);
  });
}
