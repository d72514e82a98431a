import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { candidatesOf, matchesQuery } from "./candidates.ts";
import { readQuery, type SearchQuery } from "./query.ts";
import { distinctWords, quoteLexeme } from "./search-row.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});
afterAll(() => server.drop());

const word = fc.constantFrom("dam", "damn", "white", "house", "whitehouse", "it's", "the");
const typed = fc.oneof(
  word,
  fc.constantFrom("da*", "wh*e", "it*"),
  fc
    .tuple(word, fc.constantFrom("house", "ho*", "*", "the"))
    .map((words) => `"${words.join(" ")}"`),
);
const { query: queries } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    typed,
    tie("query").map((query) => `-(${query})`),
    fc
      .tuple(tie("query"), fc.constantFrom(" ", " OR "), tie("query"))
      .map((parts) => `(${parts.join("")})`),
  ),
}));
const texts = fc.array(
  fc.array(word, { maxLength: 8 }).map((words) => words.join(", ")),
  { minLength: 8, maxLength: 8 },
);

/** Which of some texts PostgreSQL finds. */
async function lookUp(tsquery: string | null, bodies: readonly string[]): Promise<boolean[]> {
  if (tsquery === null) return bodies.map(() => true);
  const vectors = bodies.map((body) =>
    distinctWords({ headline: "", teaser: "", body }).map(quoteLexeme).join(" "),
  );
  const { rows } = await corpus.pool.query<{ found: boolean }>(
    "SELECT v::tsvector @@ $2::tsquery AS found FROM unnest($1::text[]) WITH ORDINALITY AS u(v, n) ORDER BY n",
    [vectors, tsquery],
  );
  return rows.map((row) => row.found);
}

test("the look-up finds every article that a query means, and no other where it is exact", async () => {
  await fc.assert(
    fc.asyncProperty(queries, texts, async (text, bodies) => {
      const query = readQuery(text).query as SearchQuery;
      const { tsquery, exact } = candidatesOf(query);
      const found = await lookUp(tsquery, bodies);
      const meant = bodies.map((body) => matchesQuery(query, { headline: "", teaser: "", body }));
      for (const [i, holds] of meant.entries()) {
        if (holds || exact) expect(found[i], `${text} in ${bodies[i]}`).toBe(holds);
      }
    }),
    { numRuns: 300 },
  );
});
