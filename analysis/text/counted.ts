import { type TextIndex, WORD } from "./text-index.ts";

/** Length of the word sequences that are looked for, and the share of them that makes a repetition. */
const SHINGLE = 5;
const CONTAINMENT = 0.8;

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

/**
 * Where the text of a teaser or body ends and a trailing dateline or agency credit begins; the
 * length of the text where it has none. Up to there every offset is that of the stored text.
 *
 * Example: of "Rain is coming... 03.05.2021, Harbour News Agency" the first 17 units count.
 */
export function countedEnd(text: string): number {
  const trimmed = text.trimEnd();
  const tailStart = Math.max(0, trimmed.length - TAIL);
  const tail = trimmed.slice(tailStart);
  const credit = DATED_CREDIT.exec(tail) ?? AGENCY_CREDIT.exec(tail);
  return credit ? tailStart + tail.slice(0, credit.index).trimEnd().length : text.length;
}

/**
 * Whether a teaser repeats the body: at least four in five of its sequences of five words stand in
 * the body too. A teaser of fewer than five words repeats nothing.
 */
export function repeatsBody(teaser: TextIndex, body: TextIndex): boolean {
  if (teaser.tokens.words < SHINGLE || body.tokens.words < SHINGLE) return false;
  const missing = new Set(shingles(teaser));
  const total = missing.size;
  const allowed = Math.floor(total * (1 - CONTAINMENT) + 1e-9);
  for (const shingle of shingles(body)) {
    if (missing.delete(shingle) && missing.size <= allowed) return true;
  }
  return false;
}

/** Hashes of all sequences of five words, marks between them left out. */
function* shingles({ tokens }: TextIndex): Generator<number> {
  const window: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== WORD) continue;
    window.push(tokens.hashes[i] as number);
    if (window.length > SHINGLE) window.shift();
    if (window.length === SHINGLE)
      yield window.reduce((hash, word) => Math.imul(hash, 31) + word, 0);
  }
}
