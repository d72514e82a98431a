import type { Analysis, Part, Voice } from "../../analysis/types.ts";

/** Only articles in this language enter rates. */
export const COUNTED_LANGUAGE = "en";

export const isCounted = (language: string): boolean => language === COUNTED_LANGUAGE;

/** The signal and label whose expected hits are counted. */
const SCARE = { signal: "scare_quote", label: "scare" } as const;

/** A row of article_words but for the article's own columns. */
export interface WordsCell {
  part: Part;
  voice: Voice;
  words: number;
  quotations: number;
}

/** A row of article_hits but for the article's own columns. */
export interface HitsCell {
  signal: string;
  label: string;
  part: Part;
  voice: Voice;
  hits: number;
  expected: number;
}

export interface Metrics {
  words: WordsCell[];
  hits: HitsCell[];
}

/** 2^20: multiples of its inverse add up exactly, in any order, and so do their squares. */
const STEPS = 1 << 20;

/**
 * A probability as it is stored: to the nearest 2^-20, about one in a million. A sum of them is then the
 * same whether it is taken from articles, from rollups or from a CSV.
 *
 * @example storedProbability(0.3) // 0.30000019073486328
 */
export function storedProbability(p: number): number {
  return Math.round(p * STEPS) / STEPS;
}

/** The cell of a key, made where it is new. */
function cellOf<Cell>(cells: Map<string, Cell>, key: string, make: () => Cell): Cell {
  const known = cells.get(key);
  if (known) return known;
  const cell = make();
  cells.set(key, cell);
  return cell;
}

/**
 * What an article adds to every count: words and quotations by part and voice, hits and expected hits by
 * signal, label, part and voice. Cells without anything are left out. A quotation is counted in the voice
 * its flag would have, its P(scare) too, whatever its function.
 */
export function metricsOf(analysis: Pick<Analysis, "words" | "quotations" | "flags">): Metrics {
  const words = new Map<string, WordsCell>();
  const hits = new Map<string, HitsCell>();
  const wordsCell = (part: Part, voice: Voice) =>
    cellOf(words, `${part} ${voice}`, () => ({ part, voice, words: 0, quotations: 0 }));
  const hitsCell = (key: Pick<HitsCell, "signal" | "label" | "part" | "voice">) =>
    cellOf(hits, `${key.signal} ${key.label} ${key.part} ${key.voice}`, () => ({
      signal: key.signal,
      label: key.label,
      part: key.part,
      voice: key.voice,
      hits: 0,
      expected: 0,
    }));
  for (const { part, voice, count } of analysis.words) wordsCell(part, voice).words += count;
  for (const flag of analysis.flags) hitsCell(flag).hits++;
  for (const { part, voice, probabilities } of analysis.quotations) {
    wordsCell(part, voice).quotations++;
    const p = storedProbability(probabilities.scare);
    if (p > 0) hitsCell({ ...SCARE, part, voice }).expected += p;
  }
  return { words: [...words.values()], hits: [...hits.values()] };
}
