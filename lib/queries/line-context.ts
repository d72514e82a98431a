import { fold } from "../../analysis/text/fold.ts";
import { WORD } from "../../analysis/text/text-index.ts";
import { tokenize } from "../../analysis/text/tokens.ts";
import type { Span } from "../../analysis/types.ts";
import { NO_WORDS } from "../search/word-pattern.ts";
import type { LineOrder } from "./concordance-query.ts";

const UNITS_A_SIDE = 76;
/** Enough for three long words beside the match. */
const UNITS_COMPARED = 160;
const WORDS_COMPARED = 3;

const BLANK = /\s/g;

/** The text before and after a span, cut between words where there is a blank to cut at; same length as in the text. */
export function contextAround(text: string, { start, end }: Span): { left: string; right: string } {
  const from = Math.max(0, start - UNITS_A_SIDE);
  const to = Math.min(text.length, end + UNITS_A_SIDE);
  const left = text.slice(from, start).replace(BLANK, " ");
  const right = text.slice(end, to).replace(BLANK, " ");
  return {
    left: from > 0 ? cutStart(left) : left,
    right: to < text.length ? cutEnd(right) : right,
  };
}

function cutStart(left: string): string {
  const blank = left.indexOf(" ");
  if (blank >= 0) return left.slice(blank + 1);
  return isLowSurrogate(left, 0) ? left.slice(1) : left;
}

function cutEnd(right: string): string {
  const blank = right.lastIndexOf(" ");
  if (blank >= 0) return right.slice(0, blank);
  return isLowSurrogate(right, right.length - 1) ? right : right.replace(/[\uD800-\uDBFF]$/, "");
}

const isLowSurrogate = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** A word beside a match: its place in the text. */
interface Neighbour extends Span {
  word: string;
}

/** The words beside a span, nearest first. */
function neighbours(text: string, span: Span, side: "left" | "right"): Neighbour[] {
  const from = side === "left" ? Math.max(0, span.start - UNITS_COMPARED) : span.end;
  const to = side === "left" ? span.start : Math.min(text.length, span.end + UNITS_COMPARED);
  const stretch = text.slice(from, to);
  const { count, kinds, starts, ends } = tokenize(stretch, NO_WORDS);
  const words: Neighbour[] = [];
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== WORD) continue;
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
    words.push({ word: fold(stretch, start, end), start: from + start, end: from + end });
  }
  if (side === "left") words.reverse();
  return words.slice(0, WORDS_COMPARED);
}

/** What a line is sorted by: the word at that distance, then those further out. Where there is none, the line comes first. */
export function contextKey(
  text: string,
  span: Span,
  order: LineOrder,
): { words: string; at: (Span & { side: "left" | "right" }) | null } {
  const distance = Number(order.charAt(0)) - 1;
  const side = order.endsWith("L") ? "left" : "right";
  const words = neighbours(text, span, side);
  const at = words[distance];
  return {
    // No word holds a blank, so it sorts before all that a word goes on with.
    words: words
      .slice(distance)
      .map((each) => each.word)
      .join(" "),
    at: at ? { side, start: at.start, end: at.end } : null,
  };
}
