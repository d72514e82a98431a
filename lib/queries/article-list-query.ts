import { z } from "zod";
import type { KnownSignal } from "../codebook/live-signals.ts";
import { readOwnParameters, refuseProblems } from "../search/own-parameters.ts";
import { readQuery, type SearchQuery } from "../search/query.ts";
import { type RawParameters, readView, type View, type ViewProblem } from "../view/view.ts";

const ARTICLE_ORDERS = ["newest", "oldest", "headline"] as const;
const DUP_CLASSES = ["single", "first", "copy"] as const;

/** What a list of articles is asked for; null where there is no such filter. */
export interface ArticleListQuery {
  text: SearchQuery | null;
  outlets: string[] | null;
  /** ISO days, both included, as given: a list has no periods to widen them to. */
  from: string | null;
  to: string | null;
  /** Values of mapped columns by name: any of them. */
  attributes: Readonly<Record<string, readonly string[]>>;
  /** Every signal of the codebook. */
  known: readonly KnownSignal[];
  /** Articles with a hit of any of these. */
  signals: string[];
  /** Of which hits are shown, filtered and sorted by; the outlet's unless asked otherwise. */
  voice: View["voice"];
  /** A label of one of the signals, "all", or null for each signal's default. */
  label: string | null;
  languages: string[] | null;
  counted: boolean | null;
  dupClasses: string[] | null;
  /** newest, oldest, headline, or the id of a signal: most hits of it first. */
  sort: string;
  cursor: string | null;
}

const list = (text: string) => text.split(",").filter(Boolean);

const FIELDS = {
  language: {
    schema: z
      .string()
      .transform(list)
      .refine((tags) => tags.length > 0 && tags.every((tag) => /^[A-Za-z0-9-]{1,35}$/.test(tag))),
    allowed: "must be a comma list of languages such as en,de",
  },
  counted: {
    schema: z.enum(["true", "false"]).transform((text) => text === "true"),
    allowed: "must be true or false",
  },
  dup: {
    schema: z
      .string()
      .transform(list)
      .refine(
        (names) => names.length > 0 && names.every((name) => DUP_CLASSES.includes(name as "copy")),
      ),
    allowed: `must be a comma list of ${DUP_CLASSES.join(", ")}`,
  },
  cursor: { schema: z.string().max(2000), allowed: "must be one that an earlier page gave" },
} as const;

/** The list's own parameters where these signals are known. */
function ownFields(known: readonly KnownSignal[]) {
  const orders: string[] = [...ARTICLE_ORDERS, ...known.map((signal) => signal.id)];
  return {
    ...FIELDS,
    sort: {
      schema: z.string().refine((order) => orders.includes(order)),
      allowed: `must be one of ${orders.join(", ")}`,
    },
  };
}

const ATTRIBUTE = "attr.";

/**
 * Reads the parameters of a list of articles: those of the view, `q`, `attr.NAME`, and the list's own. `known` are the
 * signals of the live codebook.
 */
export function readArticleListQuery(
  raw: RawParameters,
  known: readonly KnownSignal[],
): {
  query: ArticleListQuery;
  problems: ViewProblem[];
} {
  const attributeNames = Object.keys(raw).filter((name) => name.startsWith(ATTRIBUTE));
  const fields = ownFields(known);
  const also = [...Object.keys(fields), "q", ...attributeNames];
  const { view, problems } = readView(raw, known, { signals: [] }, also);
  const own = readOwnParameters(raw, fields);
  const text = readTextParameter(raw.q);
  const attributes = readAttributes(raw, attributeNames);
  return {
    query: {
      text: text.query,
      outlets: view.outlets,
      from: view.from,
      to: view.to,
      attributes: attributes.values,
      known,
      signals: view.signals,
      voice: view.voice,
      label: view.label,
      languages: own.values.language,
      counted: own.values.counted,
      dupClasses: own.values.dup,
      sort: own.values.sort ?? "newest",
      cursor: own.values.cursor,
    },
    problems: [...problems, ...own.problems, ...text.problems, ...attributes.problems],
  };
}

/**
 * The same for API and command line.
 * @throws FramescopeError bad_parameter for the first problem
 */
export function requireArticleListQuery(
  raw: RawParameters,
  known: readonly KnownSignal[],
): ArticleListQuery {
  const { query, problems } = readArticleListQuery(raw, known);
  refuseProblems(problems);
  return query;
}

/** Reads the parameter q. */
function readTextParameter(value: RawParameters[string]): {
  query: SearchQuery | null;
  problems: ViewProblem[];
} {
  if (value === undefined) return { query: null, problems: [] };
  if (typeof value !== "string") {
    return { query: null, problems: [{ field: "q", message: "q must be given once." }] };
  }
  const { query, problem } = readQuery(value);
  return { query, problems: problem === null ? [] : [{ field: "q", message: `q ${problem}.` }] };
}

function readAttributes(raw: RawParameters, names: readonly string[]) {
  const values: Record<string, readonly string[]> = {};
  const problems: ViewProblem[] = [];
  for (const name of names) {
    const given = [raw[name] ?? []].flat();
    const attribute = name.slice(ATTRIBUTE.length);
    // PostgreSQL takes no NUL character as text.
    if (attribute === "" || [name, ...given].some((text) => text.includes("\0"))) {
      problems.push({
        field: name,
        message: `${name} must name a column and a value: attr.desk=world.`,
      });
    } else if (given.length > 0) values[attribute] = given;
  }
  return { values, problems };
}
