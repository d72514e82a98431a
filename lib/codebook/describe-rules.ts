import type { Flag, Quotation } from "../../analysis/types.ts";

/** What each rule that the evidence names says, in words, by its id. */
export function describeRules(
  flags: readonly Flag[],
  quotations: readonly Quotation[],
  describe: (rule: string) => string,
): Record<string, string> {
  const rules = new Set(
    [...flags, ...quotations].flatMap((each) => each.evidence.map((item) => item.rule)),
  );
  return Object.fromEntries([...rules].map((rule) => [rule, describe(rule)]));
}
