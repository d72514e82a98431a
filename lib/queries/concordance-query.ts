import { z } from "zod";
import type { KnownSignal } from "../codebook/live-signals.ts";
import { QueryProblem } from "../search/cut-query.ts";
import { readOwnParameters, refuseProblems } from "../search/own-parameters.ts";
import { LONGEST_QUERY, requirePatterns } from "../search/query.ts";
import type { WordPattern } from "../search/word-pattern.ts";
import { type RawParameters, readView, type View, type ViewProblem } from "../view/view.ts";

/** By date, by the words beside the match (third to the left ... third to the right), or shuffled. */
const LINE_ORDERS = ["newest", "oldest", "3L", "2L", "1L", "1R", "2R", "3R", "random"] as const;
export type LineOrder = (typeof LINE_ORDERS)[number];

/** What a concordance is asked for. Lines come from typed words where there are any, else from flags. */
export interface ConcordanceQuery {
  /** Words typed, in order; null for flags. */
  find: readonly WordPattern[] | null;
  /** Every signal of the codebook. */
  known: readonly KnownSignal[];
  /** Signals of the flags, and a label, "all", or null for each signal's default. */
  signals: readonly string[];
  label: string | null;
  /** Lexicon entries (headwords) of the flags, any of them. */
  terms: readonly string[] | null;
  outlets: readonly string[] | null;
  /** ISO days, both included, as given. */
  from: string | null;
  to: string | null;
  /** All voices unless asked otherwise: lines show theirs. */
  voice: View["voice"];
  part: View["part"];
  duplicates: View["duplicates"];
  sort: LineOrder;
  /** What random lines are drawn by: the same seed gives the same ones. */
  seed: string;
  /** Lines of a random draw. */
  n: number;
  cursor: string | null;
}

const MOST_RANDOM = 500;
const DRAWN = 50;

const FIELDS = {
  sort: {
    schema: z.enum(LINE_ORDERS),
    allowed: `must be one of ${LINE_ORDERS.join(", ")}`,
  },
  seed: {
    schema: z.string().regex(/^[\w-]{1,40}$/),
    allowed: "must be 1 to 40 letters, digits or hyphens",
  },
  n: {
    schema: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((n) => n >= 1 && n <= MOST_RANDOM),
    allowed: `must be a number from 1 to ${MOST_RANDOM}`,
  },
  term: {
    schema: z
      .union([z.string(), z.array(z.string())])
      .transform((given) => [given].flat())
      .refine((terms) => terms.every((term) => term.length <= 200 && !term.includes("\0"))),
    allowed: "must be an entry of a lexicon, such as may",
  },
  cursor: { schema: z.string().max(2000), allowed: "must be one that an earlier page gave" },
} as const;

/** Reads the parameters of a concordance: those of the view, `find` or `term`, and its own. Voice is `all` unless given. */
export function readConcordanceQuery(
  raw: RawParameters,
  known: readonly KnownSignal[],
): {
  query: ConcordanceQuery;
  problems: ViewProblem[];
} {
  const also = [...Object.keys(FIELDS), "find"];
  const every = known.map((signal) => signal.id);
  const given = raw.voice === undefined ? { ...raw, voice: "all" } : raw;
  const { view, problems } = readView(given, known, { signals: every }, also);
  const own = readOwnParameters(raw, FIELDS);
  const find = readFind(raw.find);
  return {
    query: {
      find: find.patterns,
      known,
      signals: view.signals,
      label: view.label,
      terms: own.values.term,
      outlets: view.outlets,
      from: view.from,
      to: view.to,
      voice: view.voice,
      part: view.part,
      duplicates: view.duplicates,
      sort: own.values.sort ?? "newest",
      seed: own.values.seed ?? "1",
      n: own.values.n ?? DRAWN,
      cursor: own.values.cursor,
    },
    problems: [...problems, ...own.problems, ...find.problems, ...clashes(raw, find.patterns)],
  };
}

/**
 * The same for API and command line.
 * @throws FramescopeError bad_parameter for the first problem
 */
export function requireConcordanceQuery(
  raw: RawParameters,
  known: readonly KnownSignal[],
): ConcordanceQuery {
  const { query, problems } = readConcordanceQuery(raw, known);
  refuseProblems(problems);
  return query;
}

function readFind(value: RawParameters[string]): {
  patterns: WordPattern[] | null;
  problems: ViewProblem[];
} {
  if (value === undefined || value === "") return { patterns: null, problems: [] };
  const refused = (problem: string) => ({
    patterns: null,
    problems: [{ field: "find", message: `find ${problem}.` }],
  });
  if (typeof value !== "string") return refused("must be given once");
  if (value.length > LONGEST_QUERY) return refused(`must have at most ${LONGEST_QUERY} characters`);
  try {
    return { patterns: requirePatterns(value, "character 1"), problems: [] };
  } catch (error) {
    if (error instanceof QueryProblem) return refused(error.message);
    throw error;
  }
}

/** Typed words are looked for in the text, flags in what was flagged. */
function clashes(raw: RawParameters, patterns: readonly WordPattern[] | null): ViewProblem[] {
  if (!patterns) return [];
  return ["signal", "label", "term"]
    .filter((field) => raw[field] !== undefined)
    .map((field) => ({ field, message: `${field} can't be asked together with find.` }));
}
