import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { importInvented } from "../search/test-corpus.ts";
import { ENTRIES_A_PAGE, listEntries, readEntryQuery } from "./list-entries.ts";
import { LONGEST_TRIED, tryText } from "./try-text.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, [
    { outlet: "Aldmere Post", date: "2031-01-01", title: "Dam", text: "Perhaps. Perhaps not." },
    { outlet: "Aldmere Post", date: "2031-01-02", title: "Rain", text: "Perhaps it will rain." },
    { outlet: "Aldmere Post", date: "2031-01-03", title: "Sun", text: "A lethargic dog slept." },
  ]);
});
afterAll(() => server.drop());

const list = (raw: Record<string, string>) => listEntries(corpus, readEntryQuery(raw).query);

describe("entries of the live codebook", () => {
  it("come by term, a page at a time, each once", async () => {
    const first = await list({});
    const second = await list({ page: "2" });
    expect(first.rows).toHaveLength(ENTRIES_A_PAGE);
    const all = first.lexicons.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(first.found).toBe(all);
    const terms = [...first.rows, ...second.rows].map(({ lexicon, term }) => `${lexicon} ${term}`);
    expect(new Set(terms).size).toBe(2 * ENTRIES_A_PAGE);
  });

  it("are found by a form, within a lexicon and a label", async () => {
    const { rows } = await list({ lexicon: "hedges", label: "epistemic", find: "PERHAPS" });
    expect(rows.map(({ term }) => term)).toContain("perhaps");
    expect(rows.every(({ signal, label }) => signal === "hedge" && label === "epistemic")).toBe(
      true,
    );
  });

  it("say in how many articles they were flagged, the most first when asked", async () => {
    const { rows, counted } = await list({ sort: "articles" });
    expect(rows[0]).toMatchObject({ term: "perhaps", signal: "hedge", articles: 2 });
    expect(counted).toEqual({ articles: 2, all: true });
  });

  it("name what could not be used of an address", () => {
    const { query, problems } = readEntryQuery({ sort: "loudest", page: "-1" });
    expect(query).toMatchObject({ sort: "term", page: 1 });
    expect(problems.map(({ message }) => message)).toEqual([
      "sort must be one of term, articles.",
      "page must be a page number.",
    ]);
  });
});

describe("trying a text", () => {
  it("gives flags, quotations and what their rules say", async () => {
    const { flags, quotations, rules } = await tryText(
      corpus,
      "Perhaps the alleged “monster” was a log.",
    );
    expect(flags.map(({ signal, text }) => `${signal} ${text}`)).toEqual(
      expect.arrayContaining(["hedge Perhaps", "scare_quote monster"]),
    );
    expect(quotations).toHaveLength(1);
    expect(rules.D2).toBeTruthy();
  });

  it("cuts a text that is too long for an address", async () => {
    const { text } = await tryText(corpus, "word ".repeat(LONGEST_TRIED));
    expect(text).toHaveLength(LONGEST_TRIED);
  });
});
