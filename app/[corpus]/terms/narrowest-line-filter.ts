import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { listLines } from "../../../lib/queries/concordance.ts";
import {
  type ConcordanceQuery,
  readConcordanceQuery,
} from "../../../lib/queries/concordance-query.ts";
import { PART_WORDS, VOICE_WORDS } from "../../view-words.ts";
import { periodWords } from "./line-words.ts";
import type { LinesPage } from "./load-lines.ts";

interface LineFilter {
  name: string;
  value: string;
  parameters: readonly string[];
  alone: Partial<ConcordanceQuery>;
}

export interface NarrowestLines {
  filter: LineFilter;
  /** Lines that this filter alone leaves of them. */
  lines: number;
  /** Lines of the words or flags without any filter. */
  of: number;
}

/** Of the filters that leave no line, the one that by itself leaves fewest; null where without all of them there is none either. */
export async function findNarrowestLineFilter(
  corpus: CorpusDatabase,
  page: LinesPage,
): Promise<NarrowestLines | null> {
  const { known, find, signals, label, terms } = page.query;
  const plain = { ...readConcordanceQuery({}, known).query, find, signals, label, terms };
  const count = async (alone: Partial<ConcordanceQuery>) => {
    const { total, lines } = await listLines(corpus, { ...plain, ...alone });
    return Math.max(total.lines, lines.length);
  };
  const filters = filtersOf(page);
  const [of = 0, ...counts] = await Promise.all([
    count({}),
    ...filters.map((one) => count(one.alone)),
  ]);
  const fewest = counts.indexOf(Math.min(...counts));
  const filter = filters[fewest];
  return filter && of > 0 ? { filter, lines: counts[fewest] ?? 0, of } : null;
}

function filtersOf({ query, outlets: all }: LinesPage): LineFilter[] {
  const { outlets, from, to, voice, part, duplicates } = query;
  const filters: LineFilter[] = [];
  if (voice !== "all") {
    filters.push({
      name: "Voice",
      value: VOICE_WORDS[voice],
      parameters: ["voice"],
      alone: { voice },
    });
  }
  if (outlets) {
    const value = all
      .filter(({ slug }) => outlets.includes(slug))
      .map(({ name }) => name)
      .join(", ");
    filters.push({ name: "Outlets", value, parameters: ["outlets"], alone: { outlets } });
  }
  if (from || to) {
    const value = periodWords(from, to);
    filters.push({ name: "Period", value, parameters: ["from", "to"], alone: { from, to } });
  }
  if (part !== "all") {
    filters.push({ name: "Part", value: PART_WORDS[part], parameters: ["part"], alone: { part } });
  }
  if (duplicates !== "all") {
    const alone = { duplicates };
    filters.push({ name: "Wire copy", value: "fewer copies", parameters: ["duplicates"], alone });
  }
  return filters;
}
