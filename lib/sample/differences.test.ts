import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { projectRoot } from "../config.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { openCorpus } from "../database/registry.ts";
import { createTestServer } from "../database/test-database.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { getComparison } from "../queries/comparison.ts";
import { getMetrics } from "../queries/metrics.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { ensureSampleCorpus } from "./install.ts";

const days = z.tuple([z.string(), z.string()]);
const manifestSchema = z.object({
  outlets: z.array(z.object({ name: z.string(), articles: z.number() })),
  differences: z.array(
    z.object({
      id: z.string(),
      outlet: z.string().optional(),
      dates: z
        .object({
          before: days.optional(),
          after: days.optional(),
          from: z.string().optional(),
          to: z.string().optional(),
        })
        .optional(),
      groups: z.array(z.unknown()).optional(),
    }),
  ),
});
const manifest = manifestSchema.parse(
  JSON.parse(readFileSync(path.join(projectRoot(), "lib/sample/manifest.json"), "utf8")),
);

const ALL_SIGNALS = { signals: [] };
let corpus: CorpusDatabase;
let drop: () => Promise<void>;

beforeAll(async () => {
  const server = await createTestServer();
  drop = server.drop;
  await ensureSampleCorpus();
  corpus = await openCorpus("sample");
  await analyseDue(corpus);
}, 180_000);
afterAll(() => drop());

function difference(id: string) {
  const found = manifest.differences.find((each) => each.id === id);
  if (!found) throw new Error(`The manifest has no difference ${id}.`);
  return found;
}

const resolve = (parameters: RawParameters) =>
  requireResolvedView(corpus, requireView(parameters, SIGNALS, ALL_SIGNALS));

/** The outlets' measures over the whole range of a view of one signal, by name. */
async function totals(parameters: RawParameters) {
  const [metrics] = await getMetrics(corpus, await resolve(parameters));
  return new Map(metrics?.series.map(({ outlet, total }) => [outlet.name, total]));
}

const REGULAR = manifest.outlets
  .map(({ name }) => name)
  .filter((name) => name !== difference("thin").outlet);

describe("a difference of the sample's manifest, found again through the product", () => {
  it("scare-turn: at least twice the rate after the first day, the interval above that of before", async () => {
    const { outlet = "", dates } = difference("scare-turn");
    const [before, after] = await Promise.all(
      [dates?.before, dates?.after].map(async (range) => {
        const [from, to] = range ?? ["", ""];
        return (await totals({ signal: "scare_quote", from, to, granularity: "day" })).get(outlet);
      }),
    );
    expect(after?.rate ?? 0).toBeGreaterThan(2 * (before?.rate ?? Number.NaN));
    expect(after?.rateLow ?? 0).toBeGreaterThan(before?.rate ?? Number.NaN);
  });

  it.each([
    ["hedging", "hedge"],
    ["loaded", "loaded_term"],
  ])(
    "%s: clearly more often than every other regular outlet, at p .05 adjusted",
    async (id, signal) => {
      const { outlet = "" } = difference(id);
      const resolved = await resolve({ signal });
      const slugs = resolved.outlets
        .filter(({ name }) => REGULAR.includes(name))
        .map(({ slug }) => slug);
      const reference = resolved.outlets.find(({ name }) => name === outlet)?.slug ?? null;
      const comparison = await getComparison(
        corpus,
        await resolve({ signal, outlets: slugs.join(",") }),
        reference,
      );
      const others =
        comparison.signals[0]?.outlets.filter((each) => each.outlet.name !== outlet) ?? [];
      expect(others).toHaveLength(4);
      for (const other of others) expect(other.verdict).toBe("less_often");
    },
  );

  it("plain: fewer scare quotes, hedges and loaded terms than any other regular outlet", async () => {
    const { outlet = "" } = difference("plain");
    for (const signal of ["scare_quote", "hedge", "loaded_term"]) {
      const rates = await totals({ signal });
      const own = rates.get(outlet)?.rate ?? Number.NaN;
      for (const name of REGULAR.filter((each) => each !== outlet)) {
        expect(rates.get(name)?.rate ?? 0).toBeGreaterThan(own);
      }
    }
  });

  it("thin: every month of the thin outlet is thin; those of the regular ones are not, January to June", async () => {
    const { outlet: thin } = difference("thin");
    const { outlet: gap } = difference("gap");
    const [metrics] = await getMetrics(
      corpus,
      await resolve({ signal: "hedge", granularity: "month", to: "2025-06-30" }),
    );
    for (const { outlet, points } of metrics?.series ?? []) {
      const states = points.map(({ status }) => status);
      if (outlet.name === thin) expect(new Set(states)).toEqual(new Set(["thin"]));
      else if (outlet.name !== gap) expect(new Set(states)).toEqual(new Set(["ok"]));
    }
  });

  it("gap: exactly one month without an article", async () => {
    const { outlet: name, dates } = difference("gap");
    const resolved = await resolve({ signal: "hedge", granularity: "month" });
    const [metrics] = await getMetrics(corpus, resolved);
    const points = metrics?.series.find((each) => each.outlet.name === name)?.points ?? [];
    const empty = resolved.periods.filter((_, i) => points[i]?.status === "no_articles");
    expect(empty).toEqual([{ start: dates?.from, end: dates?.to }]);
    expect(points.filter(({ status }) => status === "ok")).toHaveLength(5);
  });

  it("wire: as many copies as the manifest names, and fewer words where they count once", async () => {
    const groups = difference("wire").groups?.length ?? 0;
    const { rows } = await corpus.pool.query<{ groups: number; copies: number }>(
      `SELECT count(DISTINCT wire_group)::int AS groups, (count(*) FILTER (WHERE dup_class = 'copy'))::int AS copies
       FROM article WHERE dup_class <> 'single'`,
    );
    expect(rows[0]?.groups).toBe(groups);
    expect(rows[0]?.copies).toBeGreaterThanOrEqual(groups);
    const words = async (duplicates: string) =>
      [...(await totals({ signal: "hedge", duplicates })).values()].reduce(
        (sum, total) => sum + total.words,
        0,
      );
    expect(await words("first")).toBeLessThan(await words("all"));
    expect(await words("none")).toBeLessThan(await words("first"));
  });
});
