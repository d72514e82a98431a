import { duration } from "../launcher/step.mjs";

export interface Progress {
  /** How far the work is, in the unit it was started with. */
  update(done: number): void;
  finish(): void;
}

const WIDTH = 30;

/**
 * Shows progress on stderr: a bar on a terminal, elsewhere a plain line every ten seconds and one at the end.
 * @param total null where it isn't known
 */
export function showProgress(what: string, total: number | null, unit: string): Progress {
  const bar = Boolean(process.stderr.isTTY);
  const started = Date.now();
  let shown = bar ? 0 : started;
  let last = 0;
  const text = (done: number) =>
    `${what}: ${done}${total === null ? "" : ` of ${total}`} ${unit}, ${duration(Date.now() - started)}`;
  const draw = (done: number) => {
    const filled = total ? Math.min(WIDTH, Math.floor((done / total) * WIDTH)) : 0;
    const picture = total ? `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ` : "";
    process.stderr.write(bar ? `\r\u001b[K${picture}${text(done)}` : `${text(done)}\n`);
  };
  return {
    update(done) {
      last = done;
      if (Date.now() - shown < (bar ? 100 : 10_000)) return;
      shown = Date.now();
      draw(done);
    },
    finish() {
      draw(last);
      if (bar) process.stderr.write("\n");
    },
  };
}
