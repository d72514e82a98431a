import { formatCount, formatDay, formatRange } from "../../format.ts";
import {
  DUPLICATES_IN_SENTENCE,
  PART_IN_SENTENCE,
  type SignalWords,
  signalTitle,
  VOICE_IN_TITLE,
} from "../../view-words.ts";
import type { LinesPage } from "./load-lines.ts";

type Page = Pick<LinesPage, "query" | "concordance" | "typed" | "outlets">;

/** What the lines are of: the words typed, entries, or signals. */
export function subjectOf(
  { query, typed }: Pick<Page, "query" | "typed">,
  all: SignalWords[],
): string {
  if (query.find) return `“${typed}”`;
  if (query.terms) return query.terms.map((term) => `“${term}”`).join(", ");
  return signalsOf(query, all);
}

/** "Scare quotes, strict", or "All signals". */
export function signalsOf({ signals, label }: Page["query"], all: SignalWords[]): string {
  if (signals.length === all.length && label === null) return "All signals";
  const chosen = all.filter(({ id }) => signals.includes(id));
  const [only] = chosen;
  if (only && chosen.length === 1) return signalTitle(only, label ?? only.defaultLabel);
  const titles = chosen.map(({ title }) => title).join(", ");
  const labelled = chosen.flatMap(({ labels }) => labels).find(({ id }) => id === label);
  return labelled ? `${titles} (${labelled.title.toLowerCase()})` : titles;
}

/** "“dam” in 253 lines"; a count that isn't exact says so. */
export function linesTitle(page: Page, all: SignalWords[]): string {
  const { total, lines } = page.concordance;
  const count = Math.max(total.lines, lines.length);
  if (page.outlets.length === 0) return "No lines";
  const subject = subjectOf(page, all);
  if (count === 0) return total.exact ? `${subject} in no line` : `${subject} in no line so far`;
  const atLeast = total.exact ? "" : "at least ";
  return `${subject} in ${atLeast}${formatCount(count)} ${count === 1 ? "line" : "lines"}`;
}

/** The filter as a sentence, and how far the lines were counted and sorted. */
export function linesSentences(page: Page): string[] {
  const { query, concordance, outlets } = page;
  const chosen = outlets.filter(({ slug }) => query.outlets?.includes(slug));
  const voice = VOICE_IN_TITLE[query.voice];
  const where = [
    `${voice.charAt(0).toUpperCase()}${voice.slice(1)}, ${PART_IN_SENTENCE[query.part]}`,
    ...(chosen.length > 0 ? [chosen.map(({ name }) => name).join(", ")] : []),
    ...(query.from || query.to ? [periodWords(query.from, query.to)] : []),
    DUPLICATES_IN_SENTENCE[query.duplicates],
  ];
  const sentences = [`${where.join("; ")}.`];
  const { searched, exact } = concordance.total;
  if (searched && !exact) {
    sentences.push(
      `Counted in ${formatCount(searched.articles)} of the articles that hold these words; there are more.`,
    );
  }
  if (concordance.sampled !== null) {
    const what = query.sort === "random" ? "Drawn from" : "Sorted by context:";
    sentences.push(
      `${what} ${formatCount(concordance.sampled)} lines, a fixed random sample. By date every line can be reached.`,
    );
  }
  return sentences;
}

export function periodWords(from: string | null, to: string | null): string {
  if (from && to) return formatRange(from, to);
  if (from) return `from ${formatDay(from)}`;
  return to ? `to ${formatDay(to)}` : "All";
}
