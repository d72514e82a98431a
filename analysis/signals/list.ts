import type { UserLexicon } from "../codebook/user/user-lexicon.ts";
import { attribution } from "./attribution.ts";
import { hedging } from "./hedging.ts";
import { lexiconSignal } from "./lexicon-signal.ts";
import { loadedTerms } from "./loaded-terms.ts";
import { scareQuotes } from "./scare-quotes.ts";
import type { Signal } from "./signal.ts";

/** Every built-in signal, in the order of pages and files. A new signal is one file in this folder and one line here. */
export const SIGNALS: readonly Signal[] = [scareQuotes, hedging, loadedTerms, attribution];

/** By codebook, since every article asks. */
const known = new WeakMap<object, readonly Signal[]>();

/** The signals of a codebook: the built-in ones, then one for each of its user lexicons. */
export function signalsOf(codebook: { userLexicons: readonly UserLexicon[] }): readonly Signal[] {
  const signals = known.get(codebook) ?? [...SIGNALS, ...codebook.userLexicons.map(lexiconSignal)];
  known.set(codebook, signals);
  return signals;
}
