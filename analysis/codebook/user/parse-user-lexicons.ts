import type { CodebookFiles } from "../codebook.ts";
import type { Mistake } from "../codebook-error.ts";
import { type Report, readTable, reporter } from "../table.ts";
import { foldTerm, termMistake } from "./term-words.ts";
import {
  isUserFile,
  labelMistake,
  MOST_ENTRIES,
  MOST_LABELS,
  MOST_LEXICONS,
  slugMistake,
  USER_FACTS,
  type UserEntry,
  type UserLexicon,
  type UserLexiconFacts,
  userLexiconFile,
} from "./user-lexicon.ts";

export const FACT_COLUMNS = [
  "slug",
  "title",
  "version",
  "source",
  "url",
  "licence",
  "changes",
] as const;
export const ENTRY_COLUMNS = ["label", "term"] as const;

/** Reads and checks the user lexicons among a codebook's files; mistakes are added to the list. */
export function parseUserLexicons(files: CodebookFiles, mistakes: Mistake[]): UserLexicon[] {
  const facts = parseFacts(files, reporter(USER_FACTS, mistakes));
  const known = new Set([USER_FACTS, ...facts.map(({ slug }) => userLexiconFile(slug))]);
  for (const file of Object.keys(files).filter(isUserFile)) {
    if (!known.has(file)) reporter(file, mistakes)(1, "", `is in no row of ${USER_FACTS}`);
  }
  return facts.flatMap((fact) => {
    const file = userLexiconFile(fact.slug);
    const report = reporter(file, mistakes);
    const text = files[file];
    if (text === undefined) report(1, "", `is missing: ${USER_FACTS} names it`);
    return text === undefined ? [] : [parseUserLexicon(fact, text, report)];
  });
}

function parseFacts(files: CodebookFiles, report: Report): UserLexiconFacts[] {
  const text = files[USER_FACTS];
  if (text === undefined) return [];
  const slugs = new Set<string>();
  const rows = readTable(text, FACT_COLUMNS, report);
  if (rows.length > MOST_LEXICONS) {
    report(rows[MOST_LEXICONS]?.line ?? 1, "", `more than ${MOST_LEXICONS} lexicons`);
  }
  return rows.map(({ line, values }) => {
    const mistake = slugMistake(values.slug);
    if (mistake !== null) report(line, "slug", mistake);
    for (const field of ["title", "version", "source", "licence"] as const) {
      if (values[field] === "") report(line, field, "is empty");
    }
    if (slugs.has(values.slug)) report(line, "slug", `"${values.slug}" stands here twice`);
    slugs.add(values.slug);
    return values;
  });
}

function parseUserLexicon(facts: UserLexiconFacts, text: string, report: Report): UserLexicon {
  const rows = readTable(text, ENTRY_COLUMNS, report);
  if (rows.length === 0) report(1, "", "has no entries");
  if (rows.length > MOST_ENTRIES) report(1, "", `has more than ${MOST_ENTRIES} entries`);
  const seen = new Set<string>();
  const labels = new Set<string>();
  const entries = rows.map(({ line, values }): UserEntry => {
    const { label, term } = values;
    const wrongLabel = labels.has(label) ? null : labelMistake(label);
    if (wrongLabel !== null) report(line, "label", wrongLabel);
    const wrongTerm = term === foldTerm(term) ? termMistake(term) : "is not in lower case";
    if (wrongTerm !== null) report(line, "term", `"${term}" ${wrongTerm}`);
    const key = `${label}\n${term}`;
    if (seen.has(key)) report(line, "term", `"${term}" stands under ${label} twice`);
    seen.add(key);
    labels.add(label);
    return { term, label };
  });
  if (labels.size > MOST_LABELS) report(1, "label", `has more than ${MOST_LABELS} labels`);
  return { ...facts, labels: [...labels], entries };
}
