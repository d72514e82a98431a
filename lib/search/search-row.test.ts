import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fold } from "../../analysis/text/fold.ts";
import { WORD } from "../../analysis/text/text-index.ts";
import { tokenize } from "../../analysis/text/tokens.ts";
import { buildVocabulary } from "../../analysis/text/vocabulary.ts";
import { copyLines } from "../database/copy.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { addArticles, testId } from "../pipeline/test-articles.ts";
import { distinctWords, encodeSearchRow, quoteLexeme, SEARCH_COLUMNS } from "./search-row.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});
afterAll(() => server.drop());

async function storedWords(number: number): Promise<string[]> {
  const { rows } = await corpus.pool.query(
    "SELECT tsvector_to_array(words) AS words FROM article_search WHERE article_id = $1",
    [testId(number)],
  );
  return rows[0]?.words ?? [];
}

const words = (body: string) => distinctWords({ headline: "", teaser: "", body });

test("distinctWords are the folded word tokens, once each", () => {
  const article = {
    headline: "Don’t pay $2,000",
    teaser: "DON'T pay",
    body: "Pro-Russian U.S. — naïve",
  };
  expect(distinctWords(article)).toEqual([
    "don't",
    "pay",
    "2,000",
    "pro-russian",
    "u",
    "s",
    "naïve",
  ]);
});

test("distinctWords agrees with a Set of folded tokens for any text", () => {
  const plain = (text: string) => {
    const tokens = tokenize(text, buildVocabulary([]));
    const found = new Set<string>();
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kinds[i] === WORD)
        found.add(fold(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0));
    }
    return [...found];
  };
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(words(text)).toEqual(plain(text));
    }),
  );
  const many = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 9973}`).join(" ");
  expect(words(many)).toEqual(plain(many));
});

test("the worker writes the words with the flags, and only again for another engine", async () => {
  await addArticles(corpus, [
    { number: 1, outlet: 1, day: "2024-01-01", headline: "It's Here", body: "“The dam” may go." },
  ]);
  await analyseDue(corpus);
  const expected = ["dam", "go", "here", "it's", "may", "the"];
  expect(await storedWords(1)).toEqual(expected);
  const mark = () =>
    corpus.pool.query("SELECT xmin::text AS row FROM article_search").then((r) => r.rows[0]?.row);
  const before = await mark();
  await corpus.pool.query("UPDATE article SET analysed_with = replace(analysed_with, '/', 'x/')");
  await analyseDue(corpus);
  expect(await mark()).toBe(before);
  await corpus.pool.query("UPDATE article SET analysed_with = 'x/another engine'");
  await analyseDue(corpus);
  expect(await mark()).not.toBe(before);
  expect(await storedWords(1)).toEqual(expected);
});

test("any text can be stored, however long its words and however many", async () => {
  const texts = [
    "",
    `${"x".repeat(2046)} ${"y".repeat(2047)} ${"ж".repeat(1024)} end`,
    Array.from({ length: 120_000 }, (_, i) => `manydifferentwords${i}`).join(" "),
    "o'neill's rock'n'roll \\ ' '' :* & | ! ( )",
    "\u{1F98A} \uD800 𝒳𝒴 İstanbul",
  ];
  await addArticles(
    corpus,
    texts.map((_, i) => ({ number: 10 + i, outlet: 1, day: "2024-01-01" })),
  );
  await inTransaction(corpus.pool, (client) =>
    copyLines(
      client,
      "article_search",
      SEARCH_COLUMNS,
      texts.map((body, i) => encodeSearchRow(testId(10 + i), { headline: "", teaser: "", body })),
    ),
  );
  expect(await storedWords(10)).toEqual([]);
  expect(await storedWords(11)).toEqual(["end", "x".repeat(2046)]);
  expect((await storedWords(12)).length).toBeGreaterThan(40_000);
  expect(await storedWords(13)).toEqual(["o'neill's", "rock'n'roll"]);
  expect(new Set(await storedWords(14))).toEqual(new Set(["𝒳𝒴", "İstanbul"]));
});

test("quoteLexeme makes a word safe in a tsquery", async () => {
  const { rows } = await corpus.pool.query("SELECT $1::tsquery::text AS query", [
    `${quoteLexeme("it's")} & ${quoteLexeme("a\\b")}:*`,
  ]);
  expect(rows).toEqual([{ query: "'it''s' & 'a\\\\b':*" }]);
});
