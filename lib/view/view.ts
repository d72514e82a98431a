import { z } from "zod";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { PARTS, VOICES } from "../../analysis/types.ts";
import type { KnownSignal } from "../codebook/live-signals.ts";
import { FramescopeError } from "../errors.ts";

const GRANULARITIES = ["day", "week", "month", "quarter", "year"] as const;
export type Granularity = (typeof GRANULARITIES)[number];
const UNITS = ["rate", "expected", "share", "count"] as const;
export type Unit = (typeof UNITS)[number];
const DUPLICATES = ["all", "first", "none"] as const;
export type Duplicates = (typeof DUPLICATES)[number];

/** What page, API, export and command line understand, as text: one schema for all of them (DESIGN 3). */
export const VIEW_PARAMETERS = [
  "signal",
  "label",
  "outlets",
  "from",
  "to",
  "granularity",
  "unit",
  "voice",
  "part",
  "duplicates",
  "codebook",
] as const;
export type ViewParameter = (typeof VIEW_PARAMETERS)[number];

/** A view as asked for; null where the default of the view or corpus holds. */
export interface View {
  /** Signal ids, in the order of the list of signals. */
  signals: string[];
  /** A label of one of the signals, "all", or null for each signal's default. */
  label: string | null;
  /** Slugs, or null for all outlets. */
  outlets: string[] | null;
  /** ISO days, both included. */
  from: string | null;
  to: string | null;
  granularity: Granularity | "auto";
  unit: Unit;
  voice: (typeof VOICES)[number] | "all";
  part: (typeof PARTS)[number] | "all";
  duplicates: Duplicates;
  /** Hash (or its first 8 digits or more) of the codebook that a link was made with. */
  codebook: string | null;
}

/** A parameter that can't be used: which, and what is allowed, as a sentence. */
export interface ViewProblem {
  field: string;
  message: string;
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  });

const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;

/** A parameter's reader, and the sentence for what it allows. */
interface Field {
  schema: z.ZodType;
  allowed: () => string;
}

/** The parameters that depend on the signals of the codebook. */
function signalFields(known: readonly KnownSignal[]): Record<"signal" | "label", Field> {
  const ids = known.map((signal) => signal.id);
  const labels = new Set(known.flatMap((signal) => signal.labels.map((label) => label.id)));
  return {
    signal: {
      schema: z
        .string()
        .transform((text) => (text === "all" ? ids : text.split(",")))
        .refine((asked) => asked.length > 0 && asked.every((id) => ids.includes(id)))
        .transform((asked) => ids.filter((id) => asked.includes(id))),
      allowed: () =>
        `must be all, or a comma list of ${ids.join(", ")} (user_... names a lexicon that was imported into the live codebook)`,
    },
    label: {
      schema: z.string().refine((text) => text === "all" || labels.has(text)),
      allowed: () => oneOf(["all", ...labels]),
    },
  };
}

const FIELDS: Record<Exclude<ViewParameter, "signal" | "label">, Field> = {
  outlets: {
    schema: z
      .string()
      .transform((text) => text.split(",").filter(Boolean))
      .refine((slugs) => slugs.length > 0 && slugs.every((slug) => /^[\p{L}\p{N}-]+$/u.test(slug))),
    allowed: () => "must be a comma list of outlet slugs (see the Outlets list)",
  },
  from: { schema: day, allowed: () => "must be a date such as 2025-01-31" },
  to: { schema: day, allowed: () => "must be a date such as 2025-01-31" },
  granularity: {
    schema: z.enum(["auto", ...GRANULARITIES]),
    allowed: () => oneOf(["auto", ...GRANULARITIES]),
  },
  unit: { schema: z.enum(UNITS), allowed: () => oneOf(UNITS) },
  voice: { schema: z.enum([...VOICES, "all"]), allowed: () => oneOf([...VOICES, "all"]) },
  part: { schema: z.enum(["all", ...PARTS]), allowed: () => oneOf(["all", ...PARTS]) },
  duplicates: { schema: z.enum(DUPLICATES), allowed: () => oneOf(DUPLICATES) },
  codebook: {
    schema: z.string().regex(/^[0-9a-f]{8,64}$/),
    allowed: () => "must be 8 to 64 hexadecimal digits of a codebook's hash",
  },
};

/** What a parameter takes, as its error says it. */
export function viewParameterHelp(name: ViewParameter): string {
  return { ...FIELDS, ...signalFields(SIGNALS) }[name].allowed();
}

export type RawParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads a view; what can't be used is left at its default and named in problems.
 * `known` are the signals of the live codebook.
 * `also` are further parameters that the caller reads itself (at, cursor, sort); any other name is a problem.
 */
export function readView(
  raw: RawParameters,
  known: readonly KnownSignal[],
  defaults: { signals: string[] },
  also: readonly string[] = [],
): { view: View; problems: ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const values: Partial<Record<ViewParameter, unknown>> = {};
  const fields = { ...FIELDS, ...signalFields(known) };
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || also.includes(name)) continue;
    if (!(VIEW_PARAMETERS as readonly string[]).includes(name)) {
      problems.push({
        field: name,
        message: `${name} is not a parameter here: known are ${[...VIEW_PARAMETERS, ...also].join(", ")}.`,
      });
      continue;
    }
    const field = name as ViewParameter;
    const parsed = fields[field].schema.safeParse(value);
    if (parsed.success) values[field] = parsed.data;
    else problems.push({ field, message: `${field} ${fields[field].allowed()}.` });
  }
  const view = assemble(values, defaults);
  if (view.from && view.to && view.from > view.to) {
    problems.push({ field: "to", message: `to must not be before from (${view.from}).` });
    view.to = null;
  }
  if (view.label && view.label !== "all" && !hasLabel(known, view.signals, view.label)) {
    problems.push({
      field: "label",
      message: `label ${view.label} belongs to none of the signals asked for.`,
    });
    view.label = null;
  }
  return { view, problems };
}

function assemble(
  values: Partial<Record<ViewParameter, unknown>>,
  defaults: { signals: string[] },
): View {
  const part = (values.part as View["part"]) ?? "all";
  return {
    signals: (values.signal as string[]) ?? defaults.signals,
    label: (values.label as string) ?? null,
    outlets: (values.outlets as string[]) ?? null,
    from: (values.from as string) ?? null,
    to: (values.to as string) ?? null,
    granularity: (values.granularity as View["granularity"]) ?? "auto",
    unit: (values.unit as Unit) ?? (part === "headline" ? "share" : "rate"),
    voice: (values.voice as View["voice"]) ?? "outlet",
    part,
    duplicates: (values.duplicates as Duplicates) ?? "all",
    codebook: (values.codebook as string) ?? null,
  };
}

function hasLabel(
  known: readonly KnownSignal[],
  signals: readonly string[],
  label: string,
): boolean {
  return known.some((s) => signals.includes(s.id) && s.labels.some((l) => l.id === label));
}

/**
 * The same for API and command line, which refuse instead of mending.
 * @throws FramescopeError bad_parameter for the first problem.
 */
export function requireView(
  raw: RawParameters,
  known: readonly KnownSignal[],
  defaults: { signals: string[] },
  also: readonly string[] = [],
): View {
  const { view, problems } = readView(raw, known, defaults, also);
  const first = problems[0];
  if (first) throw new FramescopeError("bad_parameter", first.message, first.field);
  return view;
}
