import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCodebook } from "../../codebook/compile.ts";
import { indexText } from "../../text/index-text.ts";
import type { TextIndex } from "../../text/text-index.ts";
import { type ArticleText, QUOTATION_FUNCTIONS, type Quotation } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import { classifyQuotations } from "./classify.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../codebook/${name}`, import.meta.url), "utf8");
const codebook = compileCodebook(
  {
    "lexicons.csv": "id,signal,version,title,source,url,licence,changes\n",
    "quotation-lists.csv": read("quotation-lists.csv"),
    "quotation-weights.csv": read("quotation-weights.csv"),
  },
  "test",
);

/** A report: said in every other sentence, no contraction, two speeches. */
const news = (
  sentence: string,
) => `The council of Port Wessel met on Monday to hear about the ferry.

${sentence}

The harbour master said the winter had been mild, and the treasurer told the meeting that fares had risen by two per cent.

“The boats will sail again as soon as the pier has been mended,” the harbour master said.

“Nobody has asked the crews what they need for the summer,” a captain told the council. The clerk said a vote would follow, and added that the minutes were public.`;

/** An opinion piece: I, you, contractions, a question, nobody said anything. */
const opinion = (
  sentence: string,
) => `I've lived in Port Wessel for forty years, and I don't know a soul who likes the ferry.

${sentence}

You pay, you wait, and then you're told to come back tomorrow. Isn't that what we voted for? It's the same story every spring. Who pays for it? You do, and I do! I won't be surprised if they can't find the money next year either.`;

function indexParts(text: Partial<ArticleText>): Record<keyof ArticleText, TextIndex> {
  const index = (part: string | undefined) => indexText(part ?? "", codebook.vocabulary);
  return { headline: index(text.headline), teaser: index(text.teaser), body: index(text.body) };
}

function classifyParts(text: Partial<ArticleText>, attributions: Attribution[] = []): Quotation[] {
  return classifyQuotations(indexParts(text), attributions, codebook);
}

const classifyBody = (body: string) => classifyParts({ body });

/** The quotation in an article that reads so. */
function find(quotations: readonly Quotation[], text: string): Quotation {
  const found = quotations.find((quotation) => quotation.text === text);
  if (found === undefined) throw new Error(`${text} is no quotation`);
  return found;
}

const rulesOf = (quotation: Quotation) => quotation.evidence.map(({ rule }) => rule);

describe("classifyQuotations", () => {
  it.each([
    ["The board said the plan was “a mess”.", "a mess", "partial", "partial"],
    ["Critics described the tunnel as “reckless”.", "reckless", "partial", "partial"],
    ["They claim these “experts” have studied the river.", "experts", "scare", "scare"],
    ["Will the “experts” ever visit the quay?", "experts", "scare", "scare"],
    ["Residents believe the “upgrade” will flood the hall.", "upgrade", "scare", "scare"],
    ["The alleged “threat” turned out to be a garden shed.", "threat", "scare", "scare"],
    ["Even the “reform” crowd cannot explain it.", "reform", "scare", "scare"],
    ["The town adopted a so-called “dark sky” rule.", "dark sky", "term", "term"],
    ["It came from the so-called “harbour experts”.", "harbour experts", "scare", "scare"],
    ["The word “harbour” appears nine times.", "harbour", "mention", "mention"],
    ["The charters differ on the definition of “shoreline”.", "shoreline", "mention", "mention"],
    ["Her new film “Salt And Stone” opens in May.", "Salt And Stone", "title", "title"],
    ["“We will open it in June,” Ann Perry said.", "We will open it in June,", "direct", "direct"],
  ])("reads %s", (sentence, words, inNews, inOpinion) => {
    expect(find(classifyBody(news(sentence)), words).function).toBe(inNews);
    expect(find(classifyBody(opinion(sentence)), words).function).toBe(inOpinion);
  });

  it.each([
    ["So the board is “helping” tenants by raising their rent.", "helping"],
    ["Those lanterns are hardly “cheap”.", "cheap"],
  ])("is surer of the doubt in opinion: %s", (sentence, words) => {
    const inOpinion = find(classifyBody(opinion(sentence)), words);
    expect(inOpinion.function).toBe("scare");
    expect(inOpinion.probabilities.scare).toBeGreaterThan(0.5);
    const inNews = find(classifyBody(news(sentence)), words);
    expect(inNews.probabilities.scare).toBeLessThan(inOpinion.probabilities.scare - 0.1);
  });

  it("is uncertain where no function has half of the probability", () => {
    const found = find(classifyBody(news("Those lanterns are hardly “cheap”.")), "cheap");
    expect(Math.max(...Object.values(found.probabilities))).toBeLessThan(0.5);
    expect(found.uncertain).toBe(true);
  });

  it.each([
    ["The alleged “threat” turned out to be a garden shed.", "threat", ["D2", "L1"]],
    ["They claim these “experts” have studied the river.", "experts", ["I15", "I13", "L1"]],
    ["The board said the plan was “a mess”.", "a mess", ["N4"]],
    ["The town adopted a so-called “dark sky” rule.", "dark sky", ["T13"]],
    ["The word “harbour” appears nine times.", "harbour", ["M1"]],
  ])("gives the reasons for %s", (sentence, words, rules) => {
    const found = find(classifyBody(news(sentence)), words);
    expect(rulesOf(found)).toEqual(expect.arrayContaining(rules));
    expect(found.evidence.length).toBeLessThanOrEqual(12);
    expect(found.evidence.every(({ weight }) => weight !== 0)).toBe(true);
  });

  it("holds every scare quote at a distance, and partial ones in a distancing frame", () => {
    expect(find(classifyBody(opinion("Will the “experts” ever come?")), "experts").distanced).toBe(
      true,
    );
    const claims =
      "The mayor rejected claims that the ferry had become “a floating casino for the rich”.";
    const found = find(classifyBody(news(claims)), "a floating casino for the rich");
    expect([found.function, found.distanced]).toEqual(["partial", true]);
    const plain = find(classifyBody(news("The board said the plan was “a mess”.")), "a mess");
    expect(plain.distanced).toBe(false);
  });

  it("gives what stands inside speech the voice quoted", () => {
    const body = news("“They sold us a ‘miracle’ that leaks every winter,” Ann Perry said.");
    const found = classifyBody(body);
    expect(find(found, "miracle").voice).toBe("quoted");
    expect(found.find(({ function: name }) => name === "direct")?.voice).toBe("outlet");
  });

  it("names the speaker that an attribution gives", () => {
    const body = news("The harbour master called the crane “a danger to ships”.");
    const cue = { start: body.indexOf("called"), end: body.indexOf("called") + 6 };
    const name = "The harbour master called";
    const source = { start: body.indexOf(name), end: body.indexOf(" called") };
    const attribution = {
      part: "body" as const,
      cue,
      source,
      content: [],
      term: "call",
      label: "neutral",
      evidence: [],
    };
    const found = classifyParts({ body }, [attribution]);
    expect(find(found, "a danger to ships").speaker).toBe("The harbour master");
    expect(find(classifyBody(body), "a danger to ships").speaker).toBeNull();
  });

  it("goes on with the speaker of the direct quotation before it in the paragraph, and no further", () => {
    const body = news(
      "“The boats are old and the crews are tired,” Ann Perry said. “We will not wait for another winter to mend them.”\n\n“They should have been mended when the pier was built.”",
    );
    const start = body.indexOf("Ann Perry said");
    const speech = { start: body.indexOf("The boats are old"), end: start - 2 };
    const attribution: Attribution = {
      part: "body",
      cue: { start: start + 10, end: start + 14 },
      source: { start, end: start + 9 },
      content: [speech],
      term: "say",
      label: "neutral",
      evidence: [],
    };
    const found = classifyParts({ body }, [attribution]);
    const speakers = found.map(({ text, speaker }) => [text.slice(0, 8), speaker]);
    expect(speakers).toContainEqual(["The boat", "Ann Perry"]);
    expect(speakers).toContainEqual(["We will ", "Ann Perry"]);
    expect(speakers).toContainEqual(["They sho", null]);
  });

  it("reads capitals in a headline as no sign of a title where every word has one", () => {
    const body = news("The council met on Monday.");
    const shouted = { headline: "Mayor Defends ‘Reckless Tunnel Plan’ Before Angry Council", body };
    expect(find(classifyParts(shouted), "Reckless Tunnel Plan").function).not.toBe("title");
  });

  it("has probabilities of seven functions that add up to 1, for any text", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      '"',
      "‘",
      "’",
      "'",
      " ",
      ". ",
      "\n",
      "said",
      "so-called",
      "the",
      "Ann",
      ",",
      "?",
      "𝄞",
      "\ud800",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(text, text, text, (headline, teaser, body) => {
        for (const quotation of classifyParts({ headline, teaser, body })) {
          const sum = QUOTATION_FUNCTIONS.reduce(
            (total, name) => total + quotation.probabilities[name],
            0,
          );
          expect(sum).toBeCloseTo(1, 9);
          const part = { headline, teaser, body }[quotation.part];
          expect(part.slice(quotation.start, quotation.end)).toBe(quotation.text);
        }
      }),
    );
  });

  it.each([
    ["one endless sentence of quotations", "Ann said “a b” and "],
    ["one endless sentence without a verb", "so-called “experts” claim the "],
    ["quotations inside quotations", "“a ‘b’ said c” "],
    ["the same words again and again", "the “the the the” the "],
  ])("looks at twice the tokens for twice the text: %s", (_, piece) => {
    const work = (times: number) => {
      const parts = indexParts({ body: piece.repeat(times) });
      const reads = countReads(parts.body);
      classifyQuotations(parts, [], codebook);
      return reads();
    };
    const once = work(150);
    expect(once).toBeGreaterThan(0);
    expect(work(300)).toBeLessThan(2.2 * once);
  });
});

/** Counts how often elements of an index's token arrays are read from now on. */
function countReads(index: TextIndex): () => number {
  let reads = 0;
  const counted = <T extends Int32Array | Uint8Array>(array: T): T =>
    new Proxy(array, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key, target);
      },
    });
  const { starts, ends, kinds, ids } = index.tokens;
  Object.assign(index.tokens, {
    starts: counted(starts),
    ends: counted(ends),
    kinds: counted(kinds),
    ids: counted(ids),
  });
  return () => reads;
}
