import type { Part, Voice } from "../../analysis/types.ts";
import type { ViewProblem } from "../view/view.ts";
import type { OutletInfo } from "./metrics-types.ts";

/** A match in its context. */
export interface ConcordanceLine {
  /** 32 hex digits. */
  articleId: string;
  outlet: Pick<OutletInfo, "name" | "slug" | "slot">;
  publishedOn: string;
  headline: string;
  part: Part;
  start: number;
  end: number;
  /** About 70 characters on either side, cut between words, line breaks as blanks. */
  left: string;
  match: string;
  right: string;
  /** The word that lines are sorted by: its place in left or right. */
  sortedBy: { side: "left" | "right"; start: number; end: number } | null;
  voice: Voice;
  /** "body:123": where the article opens. */
  anchor: string;
  /** Of a flag; null for typed words. */
  signal: string | null;
  label: string | null;
  term: string | null;
}

/** A page of a concordance. */
export interface LinePage {
  lines: ConcordanceLine[];
  /** Cursor of the next page, or null at the end. A page can be short though more follow. */
  next: string | null;
  /** Where lines are sorted by context or drawn: how many were, out of all; null where that is all of them. */
  sampled: number | null;
  problems: ViewProblem[];
}

export interface Concordance extends LinePage {
  /** All lines; not exact: at least so many, in the articles that were searched. */
  total: LineCount;
}

export interface LineCount {
  lines: number;
  exact: boolean;
  /** Articles whose text was searched for typed words, out of those that hold the words; null for flags. */
  searched: { articles: number; of: number | null } | null;
}

/** A match with the text of its part, before its context is cut. */
export interface FoundLine {
  articleId: string;
  outletId: number;
  publishedOn: string;
  headline: string;
  part: Part;
  start: number;
  end: number;
  /** Null until the article is analysed (typed words). */
  voice: Voice | null;
  signal: string | null;
  label: string | null;
  term: string | null;
  text: string;
}

/** Where lines come from. */
export interface LineSource {
  /** A page by date, by key: as fast at any depth. */
  readPage(
    order: "newest" | "oldest",
    cursor: string | null,
  ): Promise<{ lines: FoundLine[]; next: string | null }>;
  /** Lines of the articles whose ids follow `from`, wrapping around, at most so many: ids are hashes, so this is a random sample. */
  readSample(from: string, most: number): Promise<FoundLine[]>;
  count(): Promise<LineCount>;
  /** Fills in the voices that a page still lacks. */
  complete(lines: FoundLine[]): Promise<void>;
}

export const LINES_A_PAGE = 50;
