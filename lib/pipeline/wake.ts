import { setTimeout as sleep } from "node:timers/promises";

/** Lets loops sleep until there is news. */
export interface Wake {
  /** Tells every loop that there is new work. */
  call(): void;
  /** How often it was called: what to hand to sleep(). */
  count(): number;
  /** Returns at once where it was called since `seen`, else when it is, or after this many milliseconds. */
  sleep(seen: number, milliseconds: number): Promise<void>;
}

/** A wake that an aborted signal calls for good. */
export function createWake(signal: AbortSignal): Wake {
  let count = 0;
  const sleepers = new Set<() => void>();
  const call = () => {
    count++;
    for (const wakeUp of sleepers) wakeUp();
  };
  signal.addEventListener("abort", call, { once: true });
  return {
    call,
    count: () => count,
    async sleep(seen, milliseconds) {
      if (seen !== count || signal.aborted) return;
      const ended = new AbortController();
      const wakeUp = () => ended.abort();
      sleepers.add(wakeUp);
      await sleep(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined);
      sleepers.delete(wakeUp);
    },
  };
}
