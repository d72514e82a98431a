// Plain JavaScript: the doors in bin/ use it before anything is installed or bundled.

/** A duration as it is printed: "0.4 s", "2 min 5 s". @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Does one step of a start, saying what it is and how long it took.
 * @template T
 * @param {string} what a phrase such as "Starting the database"
 * @param {() => Promise<T> | T} work
 * @param {NodeJS.WritableStream} out where to say it; the command line says it on stderr, since stdout is data
 * @returns {Promise<T>}
 */
export async function step(what, work, out = process.stdout) {
  const started = Date.now();
  out.write(`${what} ... `);
  try {
    const result = await work();
    out.write(`${duration(Date.now() - started)}\n`);
    return result;
  } catch (error) {
    out.write("failed\n");
    throw error;
  }
}

/** A reader that has seen enough (`... | head`) must not stop the work: what is printed after that goes nowhere. */
export function outliveReaders() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}

/** Ends a start on purpose: its message is the sentence that the user reads, with the way out. */
export class StopError extends Error {
  name = "StopError";
}

const SYSTEM_REASONS = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

/** The sentence for an error, never a stack trace. @param {unknown} error @returns {string} */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "StopError" || error.name === "FramescopeError") return error.message;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const reason = SYSTEM_REASONS[/** @type {keyof typeof SYSTEM_REASONS} */ (code)];
  if (reason && path) {
    const remedy =
      code === "ENOSPC"
        ? "Make room and try again."
        : "Make it yours (chown), or set FRAMESCOPE_DATA to a folder that you can write to.";
    return `Framescope can't use ${path}: ${reason}. ${remedy}`;
  }
  return `Something went wrong inside Framescope: ${error.message} (FRAMESCOPE_DEBUG=1 shows where.)`;
}

/** Prints an error the one way that every door does. @param {unknown} error */
export function printError(error) {
  process.stderr.write(`${explain(error)}\n`);
  if (process.env.FRAMESCOPE_DEBUG && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`);
  }
}
