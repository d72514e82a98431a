import { seededRandom } from "../analysis/statistics/random.ts";

/** An article of made-up sentences, in the fields of an import. */
export interface GeneratedArticle {
  outlet: string;
  url: string;
  date: string;
  headline: string;
  teaser: string;
  body: string;
}

/**
 * Sentences as often as news has what costs: by kilobyte about two quotations, four attributions, two hedges, 1.5 loaded
 * terms, seven words in ten known to the codebook. {w} is an invented word, {name} an invented name, {number} a number.
 */
const SENTENCES = [
  "{name} {name} was {w} at the {w} of {name} for the first time since {number}, and nobody was there to {w} the {w}.",
  "By the end of the day the {w} had been {w} to the other side of the {w} in {name}, where {number} of them are still open.",
  "It is the second {w} in {name} this year; the first one, near the {w} in {name}, was over in {number} days.",
  "The {w} at {name} was built by {name} {name} and {name} Group Inc. of {name}, with {w}, {w} and a {w} on each side.",
  "After the {w} had left, the {w} of {name} {w} with the men and women of the {w}, who had been there since Monday.",
  "In {name}, the {w} and the {w} go from one {w} to the next, as they have done for {number} years.",
  "{name} County’s {w} has {number} more of these than all the others in the {name} {w}.",
  "That is not what the {w} was for, and it has been so since {name} {name} took the {w} over from {name} in {number}.",
  "The {w} may have been in the {w} when the {name} {w} came in, and the {w} was never seen again.",
  "For the {w}, it’s a {w} with no end: {number} of the {w} in {name} are now without a {w} of their own.",
  "{name} {name} said on Tuesday that the {w} of the {w} would be {w} by the {name} {w} next year.",
  "The regime in {name} has {w} its {w} to the {w}, and some of the old {w} could be gone by the {w}.",
  "“It was a {w} and we had no {w} for it,” said {name} {name}, who {w} the {w} in {name}.",
  "“We will {w} the {w} in {name},” {name} told the {w}. “They have {w} us for {number} years, and that is the end of it.”",
  "The {w} called the {w} “{w} and {w}” and asked the {name} {w} for about {number} more.",
  "According to the {name} {w}, the so-called “{w}” in the {w} was seen by {number} people.",
  "{name} has denied that the {w} was {w}, though the {w} of {name} claimed so in {number}.",
  "There is a {w} behind the {w}, a {w} at its side, and in the {w} of {name} a radical plan to {w} them all.",
];
const HEADLINES = [
  "{name} {name} says {w} may be {w}",
  "{name}: {w} in {name} is “{w}”",
  "{number} {w} after the {w} at {name}",
  "Why the {w} of {name} has no {w}",
];
const SYLLABLES =
  "ba con der el fo gra hin in jo ker lo man ne or pre qui ra ster ten ur ven wa".split(" ");
/** Different invented words and names: about as many as 1,000 articles of news have. */
const WORDS = 20_000;
const NAMES = 10_000;

/** What a generator draws from. */
interface Draws {
  random(): number;
  words: readonly string[];
  names: readonly string[];
}

function inventWords(count: number, random: () => number): string[] {
  const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] as string;
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 2 + (i % 3) }, syllable).join(""),
  );
}

/** One of a list, the first ones most often, as words are in a language (Zipf). */
function drawCommon(list: readonly string[], random: () => number): string {
  return list[Math.floor(list.length ** random()) - 1] as string;
}

function drawEven<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function fill(template: string, { random, words, names }: Draws): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, slot) => {
    if (slot === "w") return drawCommon(words, random);
    if (slot === "name") return drawCommon(names, random);
    return Math.floor(3000 * random()).toLocaleString("en");
  });
}

/** As many articles of about 700 words as asked for, over `outlets` outlets and three years; the same in every run. */
export function generateArticles(count: number, outlets: number, seed = 1): GeneratedArticle[] {
  const random = seededRandom(seed);
  const names = inventWords(NAMES, random).map((word) => word[0]?.toUpperCase() + word.slice(1));
  const draws = { random, words: inventWords(WORDS, random), names };
  const sentence = () => fill(drawEven(SENTENCES, random), draws);
  const paragraph = () => Array.from({ length: 1 + Math.floor(3 * random()) }, sentence).join(" ");
  return Array.from({ length: count }, (_, i) => {
    const outlet = Math.floor(random() * outlets);
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 1095)))
      .toISOString()
      .slice(0, 10);
    return {
      outlet: `Outlet ${String(outlet).padStart(2, "0")}`,
      url: `https://outlet-${outlet}.example/${day}/${i}`,
      date: day,
      headline: fill(drawEven(HEADLINES, random), draws),
      teaser: sentence(),
      body: Array.from({ length: 16 }, paragraph).join("\n\n"),
    };
  });
}
