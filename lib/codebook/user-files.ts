import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { CodebookError, type Mistake } from "../../analysis/codebook/codebook-error.ts";
import {
  ENTRY_COLUMNS,
  FACT_COLUMNS,
  parseUserLexicons,
} from "../../analysis/codebook/user/parse-user-lexicons.ts";
import {
  isUserFile,
  USER_FACTS,
  type UserLexicon,
  type UserLexiconFacts,
  userLexiconFile,
} from "../../analysis/codebook/user/user-lexicon.ts";

/** The user lexicons among a codebook's files. @throws CodebookError */
export function userLexiconsOf(files: CodebookFiles): UserLexicon[] {
  const mistakes: Mistake[] = [];
  const lexicons = parseUserLexicons(files, mistakes);
  if (mistakes.length > 0) throw new CodebookError(mistakes);
  return lexicons;
}

/** A codebook's files without those of user lexicons. */
export function builtInFiles(files: CodebookFiles): CodebookFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !isUserFile(name)));
}

/** The same codebook with these user lexicons and no other. */
export function withUserLexicons(
  files: CodebookFiles,
  lexicons: readonly UserLexicon[],
): CodebookFiles {
  const builtIn = builtInFiles(files);
  if (lexicons.length === 0) return builtIn;
  // By slug, so that the order in which they came doesn't change the hash.
  const sorted = [...lexicons].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const facts = table(FACT_COLUMNS, sorted);
  const own = sorted.map(({ slug, entries }) => [
    userLexiconFile(slug),
    table(ENTRY_COLUMNS, entries),
  ]);
  return { ...builtIn, [USER_FACTS]: facts, ...Object.fromEntries(own) };
}

/**
 * The same codebook with a lexicon more, or in place of the one of its slug, whose facts it keeps where none are `said`.
 * @throws CodebookError
 */
export function withLexicon(
  files: CodebookFiles,
  lexicon: UserLexicon,
  said: Partial<UserLexiconFacts> = {},
): CodebookFiles {
  const all = userLexiconsOf(files);
  const others = all.filter(({ slug }) => slug !== lexicon.slug);
  const earlier = all.find(({ slug }) => slug === lexicon.slug);
  return withUserLexicons(files, [
    ...others,
    earlier ? keepFacts(lexicon, earlier, said) : lexicon,
  ]);
}

function keepFacts(
  lexicon: UserLexicon,
  earlier: UserLexicon,
  said: Partial<UserLexiconFacts>,
): UserLexicon {
  const kept = { ...lexicon };
  for (const field of ["title", "version", "source", "url", "licence"] as const) {
    if (said[field] === undefined) kept[field] = earlier[field];
  }
  return kept;
}

// Not lib/export/csv.ts: that is for spreadsheets, and marks text that begins with - or @.
function table<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
