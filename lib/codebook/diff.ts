import type { CodebookFiles, LexiconEntry } from "../../analysis/codebook/codebook.ts";
import { type ParsedCodebook, parseCodebook } from "../../analysis/codebook/parse.ts";

/** One thing that two codebooks don't share. */
export interface Difference {
  /** Where: "hedges", "user_morals", "list month", "phrases IDIOM", "quotation weights". */
  place: string;
  kind: "added" | "removed" | "changed";
  /** What: an entry, a word of a list, a rule. */
  what: string;
  /** "label: modal -> epistemic" for what changed, else the label or "". */
  detail: string;
}

/** Everything in place: keys of the things there, each with its values by name. */
type Contents = Map<string, Map<string, Readonly<Record<string, string>>>>;

/**
 * What is new, gone or other in the second codebook: entries, words of lists, phrases, weights, descriptions of rules.
 * @throws CodebookError where one of them has mistakes.
 */
export function diffCodebooks(before: CodebookFiles, after: CodebookFiles): Difference[] {
  const [a, b] = [contentsOf(parseCodebook(before)), contentsOf(parseCodebook(after))];
  const places = [...new Set([...a.keys(), ...b.keys()])];
  return places.flatMap((place) => diffPlace(place, a.get(place), b.get(place)));
}

function diffPlace(
  place: string,
  before: Contents extends Map<string, infer Place> ? Place | undefined : never,
  after: typeof before,
): Difference[] {
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return keys.flatMap((key): Difference[] => {
    const [a, b] = [before?.get(key), after?.get(key)];
    const what = key;
    if (!a) return [{ place, kind: "added", what, detail: b?.label ?? "" }];
    if (!b) return [{ place, kind: "removed", what, detail: a.label ?? "" }];
    const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const detail = fields
      .filter((field) => a[field] !== b[field])
      .map((field) => `${field}: ${a[field] || "nothing"} -> ${b[field] || "nothing"}`)
      .join("; ");
    return detail === "" ? [] : [{ place, kind: "changed", what, detail }];
  });
}

function contentsOf(parsed: ParsedCodebook): Contents {
  const contents: Contents = new Map();
  for (const { id, entries, signal: _, ...facts } of parsed.lexicons.values()) {
    contents.set(`${id}, facts`, new Map([[id, facts]]));
    contents.set(id, new Map(entries.map((entry) => [entry.term, entryValues(entry)])));
  }
  for (const { slug, labels: _, entries, ...facts } of parsed.userLexicons) {
    contents.set(`user_${slug}, facts`, new Map([[slug, { ...facts }]]));
    contents.set(
      `user_${slug}`,
      new Map(entries.map(({ term, label }) => [`${term} (${label})`, {}])),
    );
  }
  for (const [list, words] of parsed.lists) {
    contents.set(`list ${list}`, new Map(words.map((word) => [word, {}])));
  }
  for (const [list, phrases] of parsed.quotedPhrases.phrases) {
    contents.set(`phrases ${list}`, new Map(phrases.map((phrase) => [phrase, {}])));
  }
  const { bias, rules, scareThreshold, distanced } = parsed.quotationWeights;
  const weights = [
    ...[...rules].map(
      ([rule, values]) => [rule, { ...values, distanced: distanced.rules.get(rule) }] as const,
    ),
    ["bias", { ...bias, distanced: distanced.bias }],
    ["threshold", { scare: scareThreshold, distanced: distanced.threshold }],
  ] as const;
  contents.set(
    "quotation weights",
    new Map(weights.map(([rule, values]) => [rule, asText(values)])),
  );
  contents.set(
    "rules",
    new Map([...parsed.ruleDescriptions].map(([rule, description]) => [rule, { description }])),
  );
  return contents;
}

function entryValues({ forms, exceptions, term: _, ...rest }: LexiconEntry) {
  return { ...rest, forms: forms.join("|"), exceptions: exceptions.join("|") };
}

function asText(values: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
