import type { ArticleList } from "../../../../lib/queries/article-list.ts";
import type { ArticleListQuery } from "../../../../lib/queries/article-list-query.ts";
import { formatDay, formatRange } from "../../../format.ts";
import { type SignalWords, VOICE_WORDS } from "../../../view-words.ts";

/** A filter that is on: what it says, and the parameters that hold it. */
export interface ActiveFilter {
  name: string;
  value: string;
  parameters: readonly string[];
  /** The filter alone, for counting what it lets through. */
  alone: Partial<ArticleListQuery>;
}

export const WIRE_WORDS: Readonly<Record<string, string>> = {
  single: "In one outlet alone",
  first: "First of a wire group",
  copy: "Copy of an earlier one",
};

/** "English" for "en"; a tag that is none stays as it is. */
export function languageWords(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Desk" for the column desk. */
export const columnWords = (name: string) =>
  name.charAt(0).toLocaleUpperCase("en") + name.slice(1).replaceAll("_", " ");

/** Every filter of a list that is on, in the order of the page. */
export function activeFilters(
  query: ArticleListQuery,
  typed: string,
  { list, signals }: { list: ArticleList; signals: readonly SignalWords[] },
): ActiveFilter[] {
  const { text, outlets, from, to } = query;
  const filters: ActiveFilter[] = [];
  const add = (
    name: string,
    value: string,
    parameters: string[],
    alone: Partial<ArticleListQuery>,
  ) => filters.push({ name, value, parameters, alone });
  if (text) add("Text", typed, ["q"], { text });
  if (from || to) add("Period", periodWords(from, to), ["from", "to"], { from, to });
  if (outlets) {
    const names = list.outlets.filter(({ value }) => outlets.includes(value));
    add("Outlets", names.map(({ name }) => name).join(", "), ["outlets"], { outlets });
  }
  addSignals(query, signals, add);
  for (const [name, values] of Object.entries(query.attributes)) {
    add(columnWords(name), values.join(", "), [`attr.${name}`], { attributes: { [name]: values } });
  }
  addRowFilters(query, add);
  return filters;
}

type Add = (
  name: string,
  value: string,
  parameters: string[],
  alone: Partial<ArticleListQuery>,
) => void;

function addSignals(query: ArticleListQuery, all: readonly SignalWords[], add: Add): void {
  const { signals, label, voice } = query;
  if (signals.length === 0) return;
  const titles = all.filter(({ id }) => signals.includes(id)).map(({ title }) => title);
  const labels = all.flatMap((one) => one.labels).find(({ id }) => id === label);
  const ofLabel = label === "all" ? " (broad)" : labels ? ` (${labels.title.toLowerCase()})` : "";
  const ofVoice = voice === "outlet" ? "" : `, ${VOICE_WORDS[voice].toLowerCase()}`;
  const value = `${titles.join(" or ")}${ofLabel}${ofVoice}`;
  add("With", value, ["signal", "label"], { signals, label, voice });
}

function addRowFilters({ languages, counted, dupClasses }: ArticleListQuery, add: Add): void {
  if (languages)
    add("Language", languages.map(languageWords).join(", "), ["language"], { languages });
  if (counted !== null) add("Counted in rates", counted ? "yes" : "no", ["counted"], { counted });
  if (dupClasses) {
    const words = dupClasses.map((name) => WIRE_WORDS[name] ?? name);
    add("Wire copy", words.join(", "), ["dup"], { dupClasses });
  }
}

function periodWords(from: string | null, to: string | null): string {
  if (from && to) return formatRange(from, to);
  return from ? `from ${formatDay(from)}` : `to ${formatDay(to ?? "")}`;
}
