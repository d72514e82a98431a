import { loadavg } from "node:os";
import {
  SentenceTokenizer,
  TreebankWordTokenizer,
  WordTokenizer,
} from "natural/lib/natural/tokenizers/index.js";
import { analyze } from "../analysis/analyze.ts";
import { type Codebook, compileCodebook } from "../analysis/codebook/compile.ts";
import { reusingTokens } from "../analysis/text/token-room.ts";
import { tokenize } from "../analysis/text/tokens.ts";
import type { ArticleText } from "../analysis/types.ts";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { type Contender, contest, processorTime, type Result } from "./contest.ts";
import { countWordStarts, scanOffsets } from "./floors.ts";
import { type BenchText, partsOf, readText } from "./text.ts";

const ARTICLES = 1000;
const ROUNDS = 7;
/** An import takes minutes, so what is measured is code that the compiler is done with. */
const WARM_UPS = 5;
/** One article in so many goes to a peer: the slowest take a minute for a megabyte. */
const SLICES = { natural: 8, wink: 20, slowest: 200 };

const FLOOR = "floor 2: the same, offsets kept";
const PEER = "wink-nlp, full pipe";
const LEXICON = "tokens and lexicons";
const ANALYZE = "analyze(): all detectors and flags";

/** What PERFORMANCE asks of a contender: at most so many times the floor's time, at least so many times as fast as the peer. */
const GOALS: Record<string, { floor: number; peer: number }> = {
  [LEXICON]: { floor: 2.5, peer: 35 },
  [ANALYZE]: { floor: 9, peer: 10 },
};

/** Runs a function over every text of one article in `slice`. */
function over(name: string, articles: readonly ArticleText[], slice: number, work: TextWork) {
  const chosen = articles.filter((_, i) => i % slice === 0);
  const texts = chosen.flatMap(partsOf);
  const length = (of: readonly ArticleText[]) => of.flatMap(partsOf).join("").length;
  const run = () => {
    for (const text of texts) work(text);
  };
  return { name, run, share: length(chosen) / length(articles) };
}
type TextWork = (text: string) => unknown;

function ours(articles: readonly ArticleText[], codebook: Codebook): Contender[] {
  const { vocabulary } = codebook;
  return [
    // As in analyze(), and as the floor does, the memory of a text's tokens is used again.
    over("tokens, each looked up in the vocabulary", articles, 1, (text) =>
      reusingTokens(() => tokenize(text, vocabulary).count),
    ),
    over(LEXICON, articles, 1, (text) =>
      reusingTokens(() => {
        const tokens = tokenize(text, vocabulary);
        for (const lexicon of codebook.lexicons.keys()) codebook.match(lexicon, tokens, text);
      }),
    ),
    {
      name: ANALYZE,
      run: () => {
        for (const article of articles) analyze(article, codebook);
      },
    },
  ];
}

function floors(articles: readonly ArticleText[]): Contender[] {
  const longest = Math.max(...articles.flatMap(partsOf).map((text) => text.length));
  const offsets = new Int32Array(2 * longest);
  return [
    over("floor 1: counts words by class of character", articles, 1, countWordStarts),
    over(FLOOR, articles, 1, (text) => scanOffsets(text, offsets)),
  ];
}

/** Peers that cut text into words or sentences, and those that read it. None but wink-nlp's tokens knows offsets. */
async function peers(articles: readonly ArticleText[]): Promise<Contender[]> {
  const [{ default: winkNLP }, { default: model }, { default: compromise }, { retext }] =
    await Promise.all([
      import("wink-nlp"),
      import("wink-eng-lite-web-model"),
      import("compromise"),
      import("retext"),
    ]);
  const { default: repeatedWords } = await import("retext-repeated-words");
  const { default: indefiniteArticle } = await import("retext-indefinite-article");
  const words = new WordTokenizer();
  const treebank = new TreebankWordTokenizer();
  const sentences = new SentenceTokenizer([]);
  const tokensOnly = winkNLP(model, []);
  const fullPipe = winkNLP(model);
  const checks = retext().use(repeatedWords).use(indefiniteArticle);
  const { natural, wink, slowest } = SLICES;
  return [
    over("natural WordTokenizer", articles, natural, (text) => words.tokenize(text)),
    over("natural TreebankWordTokenizer", articles, natural, (text) => treebank.tokenize(text)),
    over("natural SentenceTokenizer", articles, wink, (text) => sentences.tokenize(text)),
    over("wink-nlp, tokens only", articles, wink, (text) => tokensOnly.readDoc(text)),
    over(PEER, articles, wink, (text) => fullPipe.readDoc(text)),
    over("compromise", articles, slowest, (text) => compromise(text)),
    over("retext with two checks", articles, slowest, (text) => checks.processSync(text)),
  ];
}

/** Times against a floor (at most) and a peer (at least), with the goal that stands for each. */
function printRow({ name, median }: Result, text: BenchText, tokens: number, against: Against) {
  const goal = GOALS[name];
  const ofFloor = median / against.floor;
  const ofPeer = against.peer / median;
  const cells = [
    ((1000 * text.megabytes) / median).toFixed(2).padStart(8),
    (tokens / 1000 / median).toFixed(2).padStart(8),
    ofFloor.toFixed(2).padStart(9),
    (goal ? `<= ${goal.floor}` : "").padStart(7),
    ofPeer.toFixed(2).padStart(9),
    (goal ? `>= ${goal.peer}` : "").padStart(7),
  ];
  console.log(`  ${name.padEnd(43)}${cells.join(" ")}`);
}
interface Against {
  floor: number;
  peer: number;
}

/** Tokens, lexicons and the whole engine against bare scans and against the peers: same text, same run, in turns. */
export async function benchEngine(file?: string): Promise<void> {
  const text = await readText(file, ARTICLES);
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const { articles } = text;
  const contenders = [...floors(articles), ...ours(articles, codebook), ...(await peers(articles))];
  const results = await contest(contenders, {
    rounds: ROUNDS,
    warmUps: WARM_UPS,
    clock: processorTime,
  });
  const medianOf = (name: string) => results.find((result) => result.name === name)?.median ?? NaN;
  const tokens = articles
    .flatMap(partsOf)
    .reduce((sum, part) => sum + tokenize(part, codebook.vocabulary).count, 0);
  console.log(
    `\nEngine, one thread, ${text.megabytes.toFixed(1)} MB of ${text.name}, medians of ${ROUNDS} runs; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  const columns = ["MB/s", "Mtok/s", "x floor 2", "goal", "faster *", "goal"];
  const widths = [8, 8, 9, 7, 9, 7];
  console.log(
    `  ${" ".repeat(43)}${columns.map((column, i) => column.padStart(widths[i] ?? 0)).join(" ")}`,
  );
  const against = { floor: medianOf(FLOOR), peer: medianOf(PEER) };
  for (const result of results) printRow(result, text, tokens, against);
  console.log(`  * than ${PEER}. Processor time, of this process alone.`);
}
