type Task = () => Promise<void>;

const tasks = new Set<Task>();

/** Notes what must be done before the process ends, however it ends. @returns a function that takes it back */
export function beforeEnd(task: Task): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** Ends the process in the middle of its work, after what must be done before. */
async function endEarly(exitCode: number): Promise<never> {
  await Promise.allSettled([...tasks].map((task) => task()));
  process.exit(exitCode);
}

/** Ctrl-C ends a command in order. */
export function endOnInterrupts(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // A command that listens itself (the worker) ends its work in its own way.
      if (process.listenerCount(signal) === 1) void endEarly(130);
    });
  }
}

/**
 * For a command whose work is what it prints: it ends when its reader has seen enough (`... | head`), and that is
 * no error. All other commands go on.
 */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") void endEarly(0);
  });
}
