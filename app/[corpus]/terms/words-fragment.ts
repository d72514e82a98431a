import type { ConcordanceLine } from "../../../lib/queries/concordance-types.ts";

const WORDS_BESIDE = 3;

/**
 * The text fragment of a match: the browser scrolls to it and marks it. Words beside it tell it from the same words
 * elsewhere, up to a line break, which a fragment can't reach over; empty where the match itself runs over one.
 * @example wordsFragment({ left: "the old ", match: "dam", right: " may hold" }) // "#:~:text=the%20old-,dam,-may%20hold"
 */
export function wordsFragment({
  left,
  match,
  right,
}: Pick<ConcordanceLine, "left" | "match" | "right">): string {
  if (/\n|\s{2}/.test(match)) return "";
  const before = lastOf(left.split(/\s{2,}/))
    .trim()
    .split(" ")
    .slice(-WORDS_BESIDE)
    .join(" ");
  const after = (right.split(/\s{2,}/)[0] ?? "").trim().split(" ").slice(0, WORDS_BESIDE).join(" ");
  const prefix = before === "" ? "" : `${encode(before)}-,`;
  const suffix = after === "" ? "" : `,-${encode(after)}`;
  return `#:~:text=${prefix}${encode(match)}${suffix}`;
}

const lastOf = (texts: readonly string[]) => texts.at(-1) ?? "";

// Hyphens and commas part the pieces of a fragment.
const encode = (text: string) => encodeURIComponent(text).replaceAll("-", "%2D");
