import { joinHash } from "../../codebook/quoted-phrases.ts";
import { WORD } from "../../text/text-index.ts";
import type { Part } from "../../types.ts";
import type { Layout } from "./layout.ts";

/** Longest quotation, in words, whose words are looked for elsewhere. */
const MOST_WORDS = 4;
/** A quotation is clearly longer than another from this many words on. */
const LONGER = 3;
/** Size of the table of first words, a power of 2. */
const FIRST_WORDS = 4096;
const LAST_BITS = FIRST_WORDS - 1;

/** How often the words of a short quotation stand in headline and body, itself included where it is there. */
export interface Echo {
  unquoted: number;
  /** As a quotation of their own. */
  alone: number;
  /** Inside a quotation that is at least three words longer. */
  inLonger: number;
  inHeadline: number;
}

/** The echoes of the quotations of one part, by number; null where the words are more than four, or none. */
export type Echoes = readonly (Echo | null)[];

/** The groups of words that short quotations hold. */
interface EchoIndex {
  /** By hash of the folded words: two groups that share 32 bits would count as one, a chance of one in millions. */
  echoes: Map<number, Echo>;
  /** By hash of a group's first word: the number of words of the longest group that it begins. */
  longest: Map<number, number>;
}

/** 1 at the last bits of the hash of each group's first word: most words of an article begin none, which one look tells. Of the article at hand. */
const IS_FIRST = new Uint8Array(FIRST_WORDS);

function hashOf({ index }: Layout, token: number): number {
  return index.tokens.hashes[token] as number;
}

/** The hash of a quotation's words; null where they are more than `most`, or none. */
export function phraseHash(layout: Layout, number: number, most: number): number | null {
  const words = layout.length[number] as number;
  if (words === 0 || words > most) return null;
  let token = wordFrom(layout, layout.first[number] as number);
  let hash = hashOf(layout, token);
  for (let n = 1; n < words; n++) {
    token = wordFrom(layout, token + 1);
    hash = joinHash(hash, hashOf(layout, token));
  }
  return hash;
}

/** Takes up the words of every short quotation in the parts, then counts them in headline and body. Linear. */
export function findEchoes(layouts: Readonly<Record<Part, Layout>>): Record<Part, Echoes> {
  const { headline, teaser, body } = layouts;
  const index: EchoIndex = { echoes: new Map(), longest: new Map() };
  const echoes = {
    headline: echoesOf(index, headline),
    teaser: echoesOf(index, teaser),
    body: echoesOf(index, body),
  };
  if (index.echoes.size > 0) {
    countEchoes(index, headline, true);
    countEchoes(index, body, false);
    for (const hash of index.longest.keys()) IS_FIRST[hash & LAST_BITS] = 0;
  }
  return echoes;
}

function echoesOf(index: EchoIndex, layout: Layout): Echoes {
  const echoes: (Echo | null)[] = [];
  const { length } = layout.index.quotations;
  for (let number = 0; number < length; number++) echoes.push(addQuotation(index, layout, number));
  return echoes;
}

/** Makes the words of a short quotation known. */
function addQuotation(index: EchoIndex, layout: Layout, number: number): Echo | null {
  const key = phraseHash(layout, number, MOST_WORDS);
  if (key === null) return null;
  const known = index.echoes.get(key);
  if (known !== undefined) return known;
  const echo = { unquoted: 0, alone: 0, inLonger: 0, inHeadline: 0 };
  index.echoes.set(key, echo);
  const words = layout.length[number] as number;
  const hash = hashOf(layout, wordFrom(layout, layout.first[number] as number));
  index.longest.set(hash, Math.max(words, index.longest.get(hash) ?? 0));
  IS_FIRST[hash & LAST_BITS] = 1;
  return echo;
}

/** Number of the first word token from one on, or the number of tokens. */
function wordFrom({ index: { tokens } }: Layout, token: number): number {
  let at = token;
  while (at < tokens.count && tokens.kinds[at] !== WORD) at++;
  return at;
}

function countEchoes(index: EchoIndex, layout: Layout, isHeadline: boolean): void {
  const { tokens, quotations } = layout.index;
  let next = quotations.length === 0 ? -1 : 0;
  for (let token = 0; token < tokens.count; token++) {
    if (IS_FIRST[(tokens.hashes[token] as number) & LAST_BITS] === 0) continue;
    if (tokens.kinds[token] !== WORD) continue;
    next = openAfter(layout, next, token);
    countFrom(index, layout, token, next, isHeadline);
  }
}

/** The outermost quotation, searched onwards from one, that a token stands in or before; -1 where there is none. */
function openAfter(layout: Layout, quotation: number, token: number): number {
  let at = quotation;
  while (at >= 0 && token >= (layout.close[at] ?? 0)) at = layout.next[at] ?? -1;
  return at;
}

/** The quotation, which a token stands in or before, where it stands in it; else -1. */
const around = (layout: Layout, next: number, token: number): number =>
  next >= 0 && token >= (layout.open[next] ?? 0) ? next : -1;

/** Counts the groups of words that begin at a word (which stands in or before the quotation `next`); none goes across the border of an outermost quotation. */
function countFrom(
  { echoes, longest }: EchoIndex,
  layout: Layout,
  first: number,
  next: number,
  isHeadline: boolean,
): void {
  const quotation = around(layout, next, first);
  let hash = hashOf(layout, first);
  const most = longest.get(hash) ?? 0;
  let word = first;
  for (let n = 1; n <= most; n++) {
    const echo = echoes.get(hash);
    if (echo !== undefined) {
      countOne(echo, quotation < 0 ? 0 : (layout.length[quotation] ?? 0), n, 1);
      if (isHeadline) echo.inHeadline++;
    }
    word = wordFrom(layout, word + 1);
    if (word >= layout.index.tokens.count) break;
    if (around(layout, openAfter(layout, next, word), word) !== quotation) break;
    hash = joinHash(hash, hashOf(layout, word));
  }
}

/** Counts words found in a quotation of `around` words, or outside any where that is 0. */
function countOne(echo: Echo, around: number, words: number, times: 1 | -1): void {
  if (around === 0) echo.unquoted += times;
  else if (around === words) echo.alone += times;
  else if (around >= words + LONGER) echo.inLonger += times;
}

/** What stands elsewhere: the echo of a quotation in headline or body without itself. */
export function withoutItself(
  echo: Echo,
  layout: Layout,
  number: number,
  inHeadline: boolean,
): Echo {
  const { unquoted, alone, inLonger, inHeadline: inHeadlines } = echo;
  const others = { unquoted, alone, inLonger, inHeadline: inHeadlines };
  const around = layout.length[layout.outermost[number] ?? number] ?? 0;
  countOne(others, around, layout.length[number] ?? 0, -1);
  if (inHeadline) others.inHeadline--;
  return others;
}
