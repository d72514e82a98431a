/** One way of doing the work that a benchmark compares. */
export interface Contender {
  name: string;
  run(): unknown | Promise<unknown>;
  /** How much it does in one run, 1 unless told: slow peers get a slice, and times are those of the whole. */
  share?: number;
}

export interface Result {
  name: string;
  /** Milliseconds, sorted. */
  times: number[];
  median: number;
  p95: number;
}

/** Milliseconds on the wall. */
const wallTime = () => performance.now();

/** Milliseconds of processor time, its garbage collector's included: what other processes take is not in it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the contenders in turns, so that whatever else the machine does hits all of them alike. */
export async function contest(
  contenders: readonly Contender[],
  {
    rounds,
    warmUps = 1,
    clock = wallTime,
  }: { rounds: number; warmUps?: number; clock?: () => number },
): Promise<Result[]> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < warmUps; round++) for (const { run } of contenders) await run();
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, share = 1 } of contenders) {
      const start = clock();
      await run();
      times.get(name)?.push((clock() - start) / share);
    }
  }
  return [...times].map(([name, unsorted]) => {
    const sorted = unsorted.sort((a, b) => a - b);
    return { name, times: sorted, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  });
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}

/** Prints a table whose last column is each median divided by the first one's. */
export function printRatios(
  title: string,
  results: readonly Result[],
  note: (result: Result) => string,
): void {
  const base = results[0]?.median ?? Number.NaN;
  console.log(`\n${title}`);
  for (const result of results) {
    const ratio = (result.median / base).toFixed(2).padStart(8);
    console.log(`  ${result.name.padEnd(46)} ${note(result).padStart(34)} ${ratio}x`);
  }
}
