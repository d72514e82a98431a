import type { Span } from "../types.ts";
import {
  isBeginning,
  isEnd,
  isWord,
  type Neighbour,
  neighbourAfter,
  neighbourBefore,
} from "./mark-neighbours.ts";
import type { Tokens } from "./text-index.ts";

/** Marks of one family can be partners. */
export type Family = "double" | "single" | "angle" | "singleAngle";

/** What a mark does by the look of it; "either" closes what stands open, else opens. */
export type Shape = "opens" | "closes" | "either";

export interface Mark {
  at: number;
  /** 2 for '' and ``, which stand for a double mark. */
  width: number;
  family: Family;
  form: "straight" | "curly" | "low";
  shape: Shape;
  /** May be no mark at all: a closer as in the pilots' union, an opener as in the '90s, an inch as in 12". */
  doubtful: boolean;
}

const APOSTROPHE = 0x27;
const BACKTICK = 0x60;
const DOUBLE = 0x22;
const LOW_DOUBLE = 0x201e;
const RIGHT_DOUBLE = 0x201d;
const RIGHT_ANGLE = 0xbb;
const RIGHT_SINGLE_ANGLE = 0x203a;

/** The families of the marks with a direction of their own. */
const DIRECTED = new Map<number, Family>();
for (const mark of "„“‟”") DIRECTED.set(mark.charCodeAt(0), "double");
for (const mark of "«»") DIRECTED.set(mark.charCodeAt(0), "angle");
for (const mark of "‹›") DIRECTED.set(mark.charCodeAt(0), "singleAngle");

/** Every character that can be a quotation mark, or half of one. */
export const QUOTATION_MARKS = "\"'`‘’‚‛“”„‟«»‹›";
const IS_MARK = new Uint8Array(65_536);
for (const mark of QUOTATION_MARKS) IS_MARK[mark.charCodeAt(0)] = 1;

const ELISION =
  /^(?:\d0s|em|til|till|tis|twas|twere|twould|cause|cuz|cos|n|round|bout|nuff)(?![\p{L}\p{N}])/iu;
/** Length of the longest elision and the character after it. */
const ELISION_LENGTH = 8;
/** As in rock 'n' roll: neither mark is one. */
const AND = /^n['’]/i;
/** The end of a word whose apostrophe looks like a closer: pilots', Cruz', Marx', talkin'. */
const APOSTROPHE_ENDING = /(?:[szx]|[a-z]in)$/i;

const NO_MARKS: readonly Mark[] = [];

/**
 * The quotation marks of each paragraph in order; apostrophes that can be told by themselves are
 * none. Reads punctuation tokens alone: a mark between two letters is part of a word token.
 * @param paragraphs all of the text's: every token that is no blank stands in one
 */
export function findMarks(
  text: string,
  tokens: Tokens,
  paragraphs: readonly Span[],
): (readonly Mark[])[] {
  const { marks: punctuation, starts } = tokens;
  const found: (readonly Mark[])[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    let marks: Mark[] | null = null;
    let end = 0;
    for (; next < punctuation.length; next++) {
      const at = starts[punctuation[next] as number] as number;
      if (at >= paragraph.end) break;
      if (IS_MARK[text.charCodeAt(at)] === 0 || at < end) continue;
      const mark = readMark(text, at, paragraph);
      if (mark === null) continue;
      marks ??= [];
      marks.push(mark);
      end = at + mark.width;
    }
    found.push(marks ?? NO_MARKS);
  }
  return found;
}

function readMark(text: string, at: number, paragraph: Span): Mark | null {
  const unit = text.charCodeAt(at);
  const isPair =
    (unit === APOSTROPHE || unit === BACKTICK) &&
    at + 1 < paragraph.end &&
    text.charCodeAt(at + 1) === unit;
  const width = isPair ? 2 : 1;
  const before = neighbourBefore(text, at, paragraph);
  const after = neighbourAfter(text, at + width, paragraph);
  if (isPair || unit === DOUBLE) return straightDouble(at, width, before, after);
  const family = DIRECTED.get(unit);
  if (family === undefined) return readSingle(text, at, before, after);
  const shape = directedShape(unit, before, after);
  const form = unit === LOW_DOUBLE ? "low" : "curly";
  return { at, width, family, form, shape, doubtful: before === "digit" };
}

/** What a mark with a direction of its own does: most can be set the other way round. */
function directedShape(unit: number, before: Neighbour, after: Neighbour): Shape {
  switch (unit) {
    case LOW_DOUBLE:
      return "opens";
    case RIGHT_DOUBLE:
      return isWord(before) || !isBeginning(after) ? "closes" : "either";
    case RIGHT_ANGLE:
    case RIGHT_SINGLE_ANGLE:
      return looksOpening(before, after) ? "opens" : "closes";
    default:
      return looksClosing(before, after) ? "closes" : "opens";
  }
}

/** A mark with a direction that is set the other way round: after a blank and glued to what follows. */
function looksOpening(before: Neighbour, after: Neighbour): boolean {
  return (before === "blank" || before === "bracket") && isBeginning(after);
}

function looksClosing(before: Neighbour, after: Neighbour): boolean {
  return (isWord(before) || before === "stop") && isEnd(after);
}

function straightDouble(at: number, width: number, before: Neighbour, after: Neighbour): Mark {
  const shape = straightShape(before, after);
  return { at, width, family: "double", form: "straight", shape, doubtful: before === "digit" };
}

/** Rule 2 of the finder: the neighbours decide, and only marks between two words or two blanks are open to both. */
function straightShape(before: Neighbour, after: Neighbour): Shape {
  switch (before) {
    case "blank":
    case "bracket":
    case "left":
      return isBeginning(after) ? "opens" : "either";
    case "dash":
      return isEnd(after) ? "closes" : "opens";
    case "digit":
      return "closes";
    default:
      return isEnd(after) ? "closes" : "either";
  }
}

/** Rules 5 and 6: which single marks are apostrophes (null), which may be. */
function readSingle(text: string, at: number, before: Neighbour, after: Neighbour): Mark | null {
  if (isWord(before) && isWord(after)) return null;
  const character = text[at];
  const form = character === "'" || character === "`" ? "straight" : "curly";
  if (character === "‚") {
    if (!looksOpening(before, after)) return null;
    return { at, width: 1, family: "single", form: "low", shape: "opens", doubtful: false };
  }
  const canOpen = form === "curly" ? character !== "’" : opensStraight(before, after);
  if (canOpen && !looksClosing(before, after)) {
    const following = text.slice(at + 1, at + 1 + ELISION_LENGTH);
    if (AND.test(following)) return null;
    const doubtful = ELISION.test(following);
    return { at, width: 1, family: "single", form, shape: "opens", doubtful };
  }
  if (character === "`" || isWord(after) || before === "blank" || before === "bracket") return null;
  const doubtful = after === "blank" && APOSTROPHE_ENDING.test(text.slice(Math.max(0, at - 3), at));
  return { at, width: 1, family: "single", form, shape: "closes", doubtful };
}

function opensStraight(before: Neighbour, after: Neighbour): boolean {
  const isFree = before !== "stop" && before !== "symbol" && before !== "ellipsis";
  return isFree && !isWord(before) && isBeginning(after);
}
