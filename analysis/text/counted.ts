import { FOLD } from "./fold.ts";
import { type TextIndex, type Tokens, WORD } from "./text-index.ts";
import { SPACE, UNIT_CLASS } from "./unit-classes.ts";

/** Length of the word sequences that are looked for, and the share of them that makes a repetition. */
const SHINGLE = 5;
const CONTAINMENT = 0.8;
/** By the last bits of a word's hash, whether the teaser at hand may have that word. */
const IN_TEASER = new Uint8Array(4096);
const LAST_BITS = IN_TEASER.length - 1;

/** A credit is looked for in so many code units at the end of a text. */
const TAIL = 160;
const DATE = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{N}.&'’-]*`;
const NAME = String.raw`${CAPITALISED}(?:\s+(?:(?:of|the|and|&|de)\s+){0,2}${CAPITALISED}){0,5}`;
const AGENCIES = [
  ...["AFP", "Agence France-Presse", "ANSA", "AP", "Associated Press", "Bloomberg", "dpa", "EFE"],
  ...["Interfax", "Kyodo", "PA", "Press Association", "Reuters", "RIA Novosti", "Sputnik"],
  ...["Sputnik International", "TASS", "The Associated Press", "UPI", "Xinhua"],
];
const AGENCY = `(?:${AGENCIES.join("|")})`;
const DATED_CREDIT = new RegExp(String.raw`(?<![\p{L}\p{N}])${DATE},\s+${NAME}$`, "u");
const AGENCY_CREDIT = new RegExp(String.raw`(?:\(${AGENCY}\)|[—–\n/|]\s*${AGENCY})\.?$`, "u");

/** The one agency without a capital. */
const UNCAPITALISED = "dpa";
/** Units of which the last word of any other credit has one: capitals (halves of pairs may be some), and marks before an agency. */
const IN_CREDIT = Uint8Array.from(FOLD, (folded, unit) =>
  folded !== unit || (unit >= 0xd800 && unit < 0xe000) ? 1 : 0,
);
for (const mark of "(—–/|") IN_CREDIT[mark.charCodeAt(0)] = 1;

/**
 * Where the text of a teaser or body ends and a trailing dateline or agency credit begins; the
 * length of the text where it has none. Up to there every offset is that of the stored text.
 *
 * Example: of "Rain is coming... 03.05.2021, Harbour News Agency" the first 17 units count.
 */
export function countedEnd(text: string): number {
  const trimmed = text.trimEnd();
  if (!mayEndInCredit(trimmed)) return text.length;
  const tailStart = Math.max(0, trimmed.length - TAIL);
  const tail = trimmed.slice(tailStart);
  const credit = DATED_CREDIT.exec(tail) ?? AGENCY_CREDIT.exec(tail);
  return credit ? tailStart + tail.slice(0, credit.index).trimEnd().length : text.length;
}

/** Whether a credit can stand at the end: only behind a capital, a mark before an agency, or as "dpa". Spares most searches. */
function mayEndInCredit(trimmed: string): boolean {
  const border = Math.max(0, trimmed.length - TAIL);
  let i = trimmed.length;
  while (i > border) {
    const unit = trimmed.charCodeAt(--i);
    if (IN_CREDIT[unit] === 1) return true;
    if (UNIT_CLASS[unit] === SPACE) return trimmed.startsWith(UNCAPITALISED, i + 1);
  }
  return trimmed.startsWith(UNCAPITALISED, i);
}

/**
 * Whether a teaser repeats the body: at least four in five of its sequences of five words stand in
 * the body too. A teaser of fewer than five words repeats nothing.
 */
export function repeatsBody(teaser: TextIndex, body: TextIndex): boolean {
  if (teaser.tokens.words < SHINGLE || body.tokens.words < SHINGLE) return false;
  noteWords(teaser.tokens);
  /** The teaser's sequences that are not found yet; made when the first one may stand in the body, as most never do. */
  let missing: Set<number> | null = null;
  let allowed = 0;
  const { count } = body.tokens;
  for (let last = SHINGLE - 1; last < count; ) {
    const next = endFrom(body.tokens, last);
    if (next === last) {
      if (missing === null) {
        missing = shinglesOf(teaser.tokens);
        allowed = Math.floor(missing.size * (1 - CONTAINMENT) + 1e-9);
      }
      if (missing.delete(shingleAt(body.tokens, last)) && missing.size <= allowed) return true;
      last++;
    } else last = next;
  }
  return false;
}

/**
 * Where, from a token on, five words may end next that the teaser may have: there, if it may have the five up to there;
 * else behind the last one that it lacks, since no sequence holds that, and so most of a body is passed by.
 */
function endFrom({ kinds, hashes }: Tokens, last: number): number {
  if (kinds[last] !== WORD) return last + 1;
  let words = 0;
  for (let i = last; i >= 0; i--) {
    if (kinds[i] !== WORD) continue;
    if (IN_TEASER[(hashes[i] as number) & LAST_BITS] === 0) return Math.max(i + SHINGLE, last + 1);
    if (++words === SHINGLE) return last;
  }
  return last + 1;
}

function noteWords({ count, kinds, hashes }: Tokens): void {
  IN_TEASER.fill(0);
  for (let i = 0; i < count; i++) {
    if (kinds[i] === WORD) IN_TEASER[(hashes[i] as number) & LAST_BITS] = 1;
  }
}

/** Hashes of all sequences of five words of a teaser. */
function shinglesOf(teaser: Tokens): Set<number> {
  const shingles = new Set<number>();
  let words = 0;
  for (let i = 0; i < teaser.count; i++) {
    if (teaser.kinds[i] === WORD && ++words >= SHINGLE) shingles.add(shingleAt(teaser, i));
  }
  return shingles;
}

/** Hash of a word and the four before it, marks between them left out. */
function shingleAt({ kinds, hashes }: Tokens, last: number): number {
  let hash = 0;
  let words = 0;
  for (let i = last; words < SHINGLE; i--) {
    if (kinds[i] !== WORD) continue;
    hash = (Math.imul(hash, 31) + (hashes[i] as number)) | 0;
    words++;
  }
  return hash;
}
