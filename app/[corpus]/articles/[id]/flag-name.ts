import type { Flag } from "../../../../analysis/types.ts";
import { isCounted, labelTitle, type SignalWords } from "../../../view-words.ts";

/** What the flag is called, with a capital: a label that charts leave out has its own name. */
export function flagName(flag: Flag, signal: SignalWords): string {
  const name = isCounted(signal, flag.label)
    ? signal.singular
    : labelTitle(signal, flag.label).toLowerCase();
  return name.charAt(0).toUpperCase() + name.slice(1);
}
