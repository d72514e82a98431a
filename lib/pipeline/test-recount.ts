import type pg from "pg";

/** A rollup row as text: its key, then its sums. */
export type RollupRows = Map<string, string>;

interface Cell {
  article: string;
  outlet: number;
  day: string;
  dupClass: string;
  part: string;
  voice: string;
}

interface WordsRow extends Cell {
  words: number;
  quotations: number;
}

interface HitsRow extends Cell {
  signal: string;
  label: string;
  hits: number;
  expected: number;
}

const CELL = `article_id AS article, outlet_id AS outlet, published_on AS day, dup_class AS "dupClass", part, voice`;

function add(sums: Map<string, number[]>, key: string, values: number[]): void {
  const known = sums.get(key);
  if (!known) sums.set(key, values);
  else for (const [i, value] of values.entries()) known[i] = (known[i] ?? 0) + value;
}

const views = ({ part, voice }: Cell) =>
  [part, "all"].flatMap((p) => [voice, "all"].map((v) => `${p} ${v}`));

const keyOf = (cell: Cell, view: string) => `${cell.outlet} ${cell.day} ${view} ${cell.dupClass}`;

/**
 * Both rollups as they should be, counted from the metrics in plain code that shares nothing with the SQL of
 * refresh.ts: the oracle of its tests.
 */
export async function recountAll(pool: pg.Pool, excluded: readonly string[]): Promise<RollupRows> {
  const words = await pool.query<WordsRow>(`SELECT ${CELL}, words, quotations FROM article_words`);
  const hits = await pool.query<HitsRow>(
    `SELECT ${CELL}, signal, label, hits, expected FROM article_hits`,
  );
  const x = new Map<string, { cell: Cell; view: string; sums: number[] }>();
  for (const row of words.rows) {
    for (const view of views(row)) {
      const key = `${row.article} ${view}`;
      const known = x.get(key) ?? { cell: row, view, sums: [0, 0] };
      known.sums = [(known.sums[0] ?? 0) + row.words, (known.sums[1] ?? 0) + row.quotations];
      x.set(key, known);
    }
  }
  const y = new Map<string, number[]>();
  for (const row of hits.rows) {
    if (excluded.includes(`${row.signal} ${row.label}`)) continue;
    for (const view of views(row)) {
      add(y, `${row.article} ${view}|${row.signal}`, [row.hits, row.expected]);
    }
  }
  const sums = new Map<string, number[]>();
  for (const { cell, view, sums: own } of x.values()) {
    const [n = 0, quotations = 0] = own;
    if (n > 0) add(sums, `words ${keyOf(cell, view)}`, [1, n, n * n, quotations]);
  }
  for (const [key, [hit = 0, p = 0]] of y) {
    const [articleView = "", signal] = key.split("|");
    const of = x.get(articleView);
    const n = of?.sums[0] ?? 0;
    if (!of || n === 0) continue;
    const values = [hit, hit > 0 ? 1 : 0, hit * hit, n * hit, p, p * p, p * n];
    add(sums, `hits ${signal} ${keyOf(of.cell, of.view)}`, values);
  }
  return new Map([...sums].map(([key, values]) => [key, values.join(" ")]));
}

/** Both rollups as they stand. */
export async function readRollups(pool: pg.Pool): Promise<RollupRows> {
  const words = await pool.query({
    text: `SELECT outlet_id, day, part, voice, dup_class, articles, sum_x, sum_xx, quotations FROM rollup_words`,
    rowMode: "array",
  });
  const hits = await pool.query({
    text: `SELECT signal, outlet_id, day, part, voice, dup_class,
      hits, articles_with_hit, sum_yy, sum_xy, sum_p, sum_pp, sum_px FROM rollup_hits`,
    rowMode: "array",
  });
  const entry = (kind: string, keys: number) => (row: unknown[]) =>
    [`${kind} ${row.slice(0, keys).join(" ")}`, row.slice(keys).join(" ")] as const;
  return new Map([...words.rows.map(entry("words", 5)), ...hits.rows.map(entry("hits", 6))]);
}
