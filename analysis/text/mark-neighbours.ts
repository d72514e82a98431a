import type { Span } from "../types.ts";
import { DIGIT, LETTER, SPACE, UNIT_CLASS } from "./unit-classes.ts";

/** What stands beside a quotation mark. "left" and "right" are marks with a direction, "quote" the straight ones. */
export type Neighbour =
  | "blank"
  | "letter"
  | "digit"
  | "bracket"
  | "dash"
  | "left"
  | "right"
  | "quote"
  | "stop"
  | "ellipsis"
  | "symbol";

const NAMED = new Map<number, Neighbour>();
const CHARACTERS: readonly [Neighbour, string][] = [
  ["bracket", "([{<¿¡"],
  ["dash", "-‐\u2011‒–—―/|•*_"],
  ["left", "‘“„‚‟‛`"],
  ["right", "’”»›"],
  ["quote", "\"'"],
  ["stop", ".,;:!?)]}>"],
  ["ellipsis", "…"],
];
for (const [neighbour, characters] of CHARACTERS) {
  for (const character of characters) NAMED.set(character.charCodeAt(0), neighbour);
}

const FULL_STOP = 0x2e;

/** What stands directly before the mark at i. The edge of the paragraph counts as a blank. */
export function neighbourBefore(text: string, i: number, paragraph: Span): Neighbour {
  return i > paragraph.start ? classify(text.charCodeAt(i - 1)) : "blank";
}

/** What stands at i, directly after a mark. */
export function neighbourAfter(text: string, i: number, paragraph: Span): Neighbour {
  if (i >= paragraph.end) return "blank";
  const unit = text.charCodeAt(i);
  const isEllipsis =
    unit === FULL_STOP && i + 1 < paragraph.end && text.charCodeAt(i + 1) === FULL_STOP;
  return isEllipsis ? "ellipsis" : classify(unit);
}

function classify(unit: number): Neighbour {
  const unitClass = UNIT_CLASS[unit] as number;
  if (unitClass === DIGIT) return "digit";
  if (unitClass >= LETTER) return "letter";
  if (unitClass === SPACE) return "blank";
  return NAMED.get(unit) ?? "symbol";
}

export function isWord(neighbour: Neighbour): boolean {
  return neighbour === "letter" || neighbour === "digit";
}

/** Whether what follows a mark can stand at the end of quoted words: a blank, a stop, another mark. */
export function isEnd(after: Neighbour): boolean {
  return (
    after === "blank" ||
    after === "stop" ||
    after === "ellipsis" ||
    after === "dash" ||
    after === "right" ||
    after === "quote"
  );
}

/** Whether words begin after a mark, so that it can open: a blank or a stop begins none. */
export function isBeginning(after: Neighbour): boolean {
  return after !== "blank" && after !== "stop" && after !== "right" && after !== "dash";
}
