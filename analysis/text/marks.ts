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

const IS_MARK = new Uint8Array(65_536);
for (const mark of "\"'`‘’‚‛“”„‟«»‹›") IS_MARK[mark.charCodeAt(0)] = 1;

const ELISION =
  /^(?:\d0s|em|til|till|tis|twas|twere|twould|cause|cuz|cos|n|round|bout|nuff)(?![\p{L}\p{N}])/iu;
/** Length of the longest elision and the character after it. */
const ELISION_LENGTH = 8;
/** As in rock 'n' roll: neither mark is one. */
const AND = /^n['’]/i;
/** The end of a word whose apostrophe looks like a closer: pilots', Cruz', Marx', talkin'. */
const APOSTROPHE_ENDING = /(?:[szx]|[a-z]in)$/i;

/**
 * The quotation marks of each paragraph in order; apostrophes that can be told by themselves are
 * none. Reads punctuation tokens alone: a mark between two letters is part of a word token.
 * @param paragraphs all of the text's: every token that is no blank stands in one
 */
export function findMarks(text: string, tokens: Tokens, paragraphs: readonly Span[]): Mark[][] {
  const { marks: punctuation, starts } = tokens;
  let next = 0;
  return paragraphs.map((paragraph) => {
    const marks: Mark[] = [];
    let end = 0;
    for (; next < punctuation.length; next++) {
      const at = starts[punctuation[next] as number] as number;
      if (at >= paragraph.end) break;
      if (IS_MARK[text.charCodeAt(at)] === 0 || at < end) continue;
      const mark = readMark(text, at, paragraph);
      if (mark === null) continue;
      marks.push(mark);
      end = at + mark.width;
    }
    return marks;
  });
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
  const directed = (family: Family, shape: Shape): Mark => {
    return { at, width, family, form: "curly", shape, doubtful: before === "digit" };
  };
  if (isPair) return { ...straightDouble(at, before, after), width };
  switch (text[at]) {
    case '"':
      return straightDouble(at, before, after);
    case "„":
      return { ...directed("double", "opens"), form: "low" };
    case "“":
    case "‟":
      return directed("double", looksClosing(before, after) ? "closes" : "opens");
    case "”":
      return directed("double", isWord(before) || !isBeginning(after) ? "closes" : "either");
    case "«":
      return directed("angle", looksClosing(before, after) ? "closes" : "opens");
    case "»":
      return directed("angle", looksOpening(before, after) ? "opens" : "closes");
    case "‹":
      return directed("singleAngle", looksClosing(before, after) ? "closes" : "opens");
    case "›":
      return directed("singleAngle", looksOpening(before, after) ? "opens" : "closes");
    default:
      return readSingle(text, at, before, after);
  }
}

/** A mark with a direction that is set the other way round: after a blank and glued to what follows. */
function looksOpening(before: Neighbour, after: Neighbour): boolean {
  return (before === "blank" || before === "bracket") && isBeginning(after);
}

function looksClosing(before: Neighbour, after: Neighbour): boolean {
  return (isWord(before) || before === "stop") && isEnd(after);
}

function straightDouble(at: number, before: Neighbour, after: Neighbour): Mark {
  const shape = straightShape(before, after);
  return { at, width: 1, family: "double", form: "straight", shape, doubtful: before === "digit" };
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
