import { WordTokenizer } from "natural/lib/natural/tokenizers/index.js";
import { analyze } from "../analysis/analyze.ts";
import { compileCodebook } from "../analysis/codebook/compile.ts";
import { tokenize } from "../analysis/text/tokens.ts";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { contest, printRatios } from "./contest.ts";
import { generateArticles } from "./generated-articles.ts";

const ARTICLES = 400;
const ROUNDS = 9;

/** Starts of words by character class alone: what no tokenizer can be faster than. */
function scanWordBoundaries(text: string, isLetter: Uint8Array): number {
  let count = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const now = isLetter[text.charCodeAt(i)] as number;
    if (now > before) count++;
    before = now;
  }
  return count;
}

/** The engine against a bare scan and against natural's tokenizer, on the same text in the same run. */
export async function benchEngine(): Promise<void> {
  const articles = generateArticles(ARTICLES, 8);
  const bodies = articles.map((article) => article.body);
  const megabytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / 1e6;
  const isLetter = Uint8Array.from({ length: 65_536 }, (_, unit) =>
    Number(/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))),
  );
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const natural = new WordTokenizer();
  const over = (work: (body: string) => unknown) => () => bodies.forEach(work);
  const results = await contest(
    [
      {
        name: "floor: bare scan for word boundaries",
        run: over((body) => scanWordBoundaries(body, isLetter)),
      },
      {
        name: "tokenize with vocabulary",
        run: over((body) => tokenize(body, codebook.vocabulary)),
      },
      {
        name: "tokenize + three lexicons",
        run: over((body) => {
          const tokens = tokenize(body, codebook.vocabulary);
          for (const lexicon of codebook.lexicons.keys()) codebook.match(lexicon, tokens, body);
        }),
      },
      { name: "natural WordTokenizer (no offsets)", run: over((body) => natural.tokenize(body)) },
      {
        name: "analyze(): everything",
        run: () => articles.map((article) => analyze(article, codebook)),
      },
    ],
    ROUNDS,
  );
  printRatios(
    `Engine, one thread, ${megabytes.toFixed(1)} MB`,
    results,
    ({ median }) => `${((1000 * megabytes) / median).toFixed(1)} MB/s`,
  );
}
