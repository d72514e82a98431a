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
import { threadFor } from "./contender-thread.ts";
import { contest, processorTime, type Result } from "./contest.ts";
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

/** What a contender does with the articles of the benchmark, once it is ready. */
type Prepare = (articles: readonly ArticleText[]) => (() => void) | Promise<() => void>;

interface EngineContender {
  name: string;
  /** One article in so many goes to it. */
  slice: number;
  prepare: Prepare;
}

/** A contender that does a work on text after text, and knows of no articles. */
const onTexts =
  (prepare: () => TextWork | Promise<TextWork>): Prepare =>
  async (articles) => {
    const texts = articles.flatMap(partsOf);
    const work = await prepare();
    return () => {
      for (const text of texts) work(text);
    };
  };
type TextWork = (text: string) => unknown;

function shippedCodebook(): Codebook {
  const { files, hash } = readShippedCodebook();
  return compileCodebook(files, hash);
}

const FLOORS: EngineContender[] = [
  {
    name: "floor 1: counts words by class of character",
    slice: 1,
    prepare: onTexts(() => countWordStarts),
  },
  {
    name: FLOOR,
    slice: 1,
    prepare: (articles) => {
      const texts = articles.flatMap(partsOf);
      const offsets = new Int32Array(2 * Math.max(...texts.map((text) => text.length)));
      return () => {
        for (const text of texts) scanOffsets(text, offsets);
      };
    },
  },
];

const OURS: EngineContender[] = [
  {
    name: "tokens, each looked up in the vocabulary",
    slice: 1,
    prepare: onTexts(() => {
      const { vocabulary } = shippedCodebook();
      // As in analyze(), and as the floor does, the memory of a text's tokens is used again.
      return (text) => reusingTokens(() => tokenize(text, vocabulary).count);
    }),
  },
  {
    name: LEXICON,
    slice: 1,
    prepare: onTexts(() => {
      const codebook = shippedCodebook();
      return (text) =>
        reusingTokens(() => {
          const tokens = tokenize(text, codebook.vocabulary);
          for (const lexicon of codebook.lexicons.keys()) codebook.match(lexicon, tokens, text);
        });
    }),
  },
  {
    name: ANALYZE,
    slice: 1,
    prepare: (articles) => {
      const codebook = shippedCodebook();
      return () => {
        for (const article of articles) analyze(article, codebook);
      };
    },
  },
];

async function wink(pipe?: []): Promise<TextWork> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  const nlp = winkNLP(model, pipe);
  return (text) => nlp.readDoc(text);
}

async function retextChecks(): Promise<TextWork> {
  const { retext } = await import("retext");
  const { default: repeatedWords } = await import("retext-repeated-words");
  const { default: indefiniteArticle } = await import("retext-indefinite-article");
  const checks = retext().use(repeatedWords).use(indefiniteArticle);
  return (text) => checks.processSync(text);
}

/** Peers that cut text into words or sentences, and those that read it. None but wink-nlp's tokens knows offsets. */
const PEERS: EngineContender[] = [
  {
    name: "natural WordTokenizer",
    slice: SLICES.natural,
    prepare: onTexts(() => {
      const words = new WordTokenizer();
      return (text) => words.tokenize(text);
    }),
  },
  {
    name: "natural TreebankWordTokenizer",
    slice: SLICES.natural,
    prepare: onTexts(() => {
      const treebank = new TreebankWordTokenizer();
      return (text) => treebank.tokenize(text);
    }),
  },
  {
    name: "natural SentenceTokenizer",
    slice: SLICES.wink,
    prepare: onTexts(() => {
      const sentences = new SentenceTokenizer([]);
      return (text) => sentences.tokenize(text);
    }),
  },
  { name: "wink-nlp, tokens only", slice: SLICES.wink, prepare: onTexts(() => wink([])) },
  { name: PEER, slice: SLICES.wink, prepare: onTexts(() => wink()) },
  {
    name: "compromise",
    slice: SLICES.slowest,
    prepare: onTexts(async () => (await import("compromise")).default),
  },
  { name: "retext with two checks", slice: SLICES.slowest, prepare: onTexts(retextChecks) },
];

const CONTENDERS = [...FLOORS, ...OURS, ...PEERS];

const sliceOf = (articles: readonly ArticleText[], slice: number) =>
  articles.filter((_, i) => i % slice === 0);

/** Prepares one contender of the engine's benchmark by name, on the text that the benchmark reads: for a thread of its own. */
export async function prepareEngineContender(name: string, file?: string): Promise<() => void> {
  const contender = CONTENDERS.find((each) => each.name === name);
  if (contender === undefined) throw new Error(`No contender is called ${name}`);
  const { articles } = await readText(file, ARTICLES);
  return contender.prepare(sliceOf(articles, contender.slice));
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

/**
 * Tokens, lexicons and the whole engine against bare scans and against the peers: same text, same run, in turns. Each has a
 * thread of its own, as the engine has in the product: in one heap a peer with a large one makes the others' garbage dear.
 */
export async function benchEngine(file?: string): Promise<void> {
  const text = await readText(file, ARTICLES);
  const { articles } = text;
  const length = (of: readonly ArticleText[]) => of.flatMap(partsOf).join("").length;
  const threads = CONTENDERS.map(({ name, slice }) => {
    const thread = threadFor({ contender: name, file });
    const share = length(sliceOf(articles, slice)) / length(articles);
    return { name, share, run: thread.run, close: thread.close };
  });
  const results = await contest(threads, {
    rounds: ROUNDS,
    warmUps: WARM_UPS,
    clock: processorTime,
  });
  await Promise.all(threads.map(({ close }) => close()));
  const medianOf = (name: string) => results.find((result) => result.name === name)?.median ?? NaN;
  const { vocabulary } = shippedCodebook();
  const tokens = articles
    .flatMap(partsOf)
    .reduce((sum, part) => sum + tokenize(part, vocabulary).count, 0);
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
  console.log(`  * than ${PEER}. Processor time; each contender in a thread of its own.`);
}
