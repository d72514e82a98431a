import type { z } from "zod";
import { FramescopeError } from "../errors.ts";
import type { RawParameters, ViewProblem } from "../view/view.ts";

/** Reads one parameter beside those of the view: its schema, and the end of the sentence that says what it takes. */
export interface OwnParameter<Value> {
  schema: z.ZodType<Value>;
  allowed: string;
}

export type OwnParameters = Readonly<Record<string, OwnParameter<unknown>>>;

type ValuesOf<Fields extends OwnParameters> = {
  [Name in keyof Fields]: z.infer<Fields[Name]["schema"]> | null;
};

/** Reads the parameters that a query has beside the view's; what can't be used is null and named in problems. */
export function readOwnParameters<Fields extends OwnParameters>(
  raw: RawParameters,
  fields: Fields,
): { values: ValuesOf<Fields>; problems: ViewProblem[] } {
  const problems: ViewProblem[] = [];
  const entries = Object.entries(fields).map(([name, { schema, allowed }]) => {
    if (raw[name] === undefined || raw[name] === "") return [name, null];
    const parsed = schema.safeParse(raw[name]);
    if (!parsed.success) problems.push({ field: name, message: `${name} ${allowed}.` });
    return [name, parsed.success ? parsed.data : null];
  });
  return { values: Object.fromEntries(entries) as ValuesOf<Fields>, problems };
}

/**
 * For API and command line, which refuse what a page would mend.
 * @throws FramescopeError bad_parameter for the first problem
 */
export function refuseProblems(problems: readonly ViewProblem[]): void {
  const first = problems[0];
  if (first) throw new FramescopeError("bad_parameter", first.message, first.field);
}
