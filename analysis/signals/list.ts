import { attribution } from "./attribution.ts";
import { hedging } from "./hedging.ts";
import { loadedTerms } from "./loaded-terms.ts";
import { scareQuotes } from "./scare-quotes.ts";
import type { Signal } from "./signal.ts";

/** Every built-in signal, in the order of pages and files. A new signal is one file in this folder and one line here. */
export const SIGNALS: readonly Signal[] = [scareQuotes, hedging, loadedTerms, attribution];
