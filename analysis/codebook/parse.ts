import type { CodebookFiles, Lexicon, QuotationWeights } from "./codebook.ts";
import { CodebookError, type Mistake } from "./codebook-error.ts";
import { type LexiconFacts, parseLexicon } from "./parse-lexicon.ts";
import { parseQuotationWeights } from "./parse-quotations.ts";
import { parseQuotedPhrases, type QuotedPhrases } from "./quoted-phrases.ts";
import { type Report, readTable, reporter } from "./table.ts";
import { parseUserLexicons } from "./user/parse-user-lexicons.ts";
import { isUserFile, type UserLexicon } from "./user/user-lexicon.ts";

const FACTS = "lexicons.csv";
const WEIGHTS = "quotation-weights.csv";
const PHRASES = "quoted-phrases.csv";
const RULES = "rules.csv";
/** Closed word lists: of the quotation evidence, and of the rules for hedges and attributions. */
const LISTS = ["quotation-lists.csv", "rule-lists.csv"];

const FACT_COLUMNS = [
  "id",
  "signal",
  "version",
  "title",
  "source",
  "url",
  "licence",
  "changes",
] as const;

/** What the codebook's files say, checked. */
export interface ParsedCodebook {
  lexicons: ReadonlyMap<string, Lexicon>;
  userLexicons: readonly UserLexicon[];
  /** The words of each list, by its name. */
  lists: ReadonlyMap<string, readonly string[]>;
  /** Phrases that quotation marks introduce, name or mock. */
  quotedPhrases: QuotedPhrases;
  quotationWeights: QuotationWeights;
  /** What each rule that evidence names says, in words. */
  ruleDescriptions: ReadonlyMap<string, string>;
}

/** The file of a lexicon: "lexicons/hedges.csv". */
export function lexiconFile(id: string): string {
  return `lexicons/${id}.csv`;
}

function parseFacts(text: string, report: Report): LexiconFacts[] {
  const ids = new Set<string>();
  return readTable(text, FACT_COLUMNS, report).map(({ line, values }) => {
    for (const field of ["id", "signal", "version", "title", "source", "licence"] as const) {
      if (values[field] === "") report(line, field, "is empty");
    }
    if (ids.has(values.id)) report(line, "id", `"${values.id}" stands here twice`);
    ids.add(values.id);
    return values;
  });
}

function parseLists(files: CodebookFiles, mistakes: Mistake[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const file of LISTS) {
    const report = reporter(file, mistakes);
    for (const { line, values } of readTable(
      files[file] ?? "list,word\n",
      ["list", "word"],
      report,
    )) {
      if (values.list === "") report(line, "list", "is empty");
      if (values.word === "") report(line, "word", "is empty");
      const key = `${values.list},${values.word}`;
      if (seen.has(key)) report(line, "word", `"${values.word}" is in ${values.list} twice`);
      seen.add(key);
      const words = lists.get(values.list) ?? [];
      words.push(values.word);
      lists.set(values.list, words);
    }
  }
  return lists;
}

/** Reads rules.csv: what the rules of the lexical signals say. */
function parseRules(text: string | undefined, report: Report): Map<string, string> {
  const descriptions = new Map<string, string>();
  if (text === undefined) return descriptions;
  for (const { line, values } of readTable(text, ["rule", "description"], report)) {
    if (values.description === "") report(line, "description", "is empty");
    if (descriptions.has(values.rule)) report(line, "rule", `"${values.rule}" stands here twice`);
    descriptions.set(values.rule, values.description);
  }
  return descriptions;
}

function parseLexicons(files: CodebookFiles, mistakes: Mistake[]): Map<string, Lexicon> {
  const facts = parseFacts(files[FACTS] ?? "", reporter(FACTS, mistakes));
  const lexicons = new Map<string, Lexicon>();
  for (const fact of facts) {
    const file = lexiconFile(fact.id);
    const report = reporter(file, mistakes);
    const text = files[file];
    if (text === undefined) report(1, "", `is missing: ${FACTS} names it`);
    else lexicons.set(fact.id, parseLexicon(fact, text, report));
  }
  const known = new Set([
    FACTS,
    WEIGHTS,
    PHRASES,
    RULES,
    ...LISTS,
    ...facts.map(({ id }) => lexiconFile(id)),
  ]);
  for (const file of Object.keys(files)) {
    if (!known.has(file) && !isUserFile(file))
      reporter(file, mistakes)(1, "", `is no file of a codebook, or ${FACTS} lacks it`);
  }
  return lexicons;
}

/**
 * Reads and checks the codebook's files. The quotation files may be missing: then no quotation has evidence.
 * @throws CodebookError with file, line and field of every mistake.
 */
export function parseCodebook(files: CodebookFiles): ParsedCodebook {
  const mistakes: Mistake[] = [];
  const lexicons = parseLexicons(files, mistakes);
  const userLexicons = parseUserLexicons(files, mistakes);
  const lists = parseLists(files, mistakes);
  const quotedPhrases = parseQuotedPhrases(files[PHRASES], reporter(PHRASES, mistakes));
  const ruleDescriptions = parseRules(files[RULES], reporter(RULES, mistakes));
  const quotationWeights = parseQuotationWeights(
    files[WEIGHTS],
    ruleDescriptions,
    reporter(WEIGHTS, mistakes),
  );
  if (mistakes.length > 0) throw new CodebookError(mistakes);
  return { lexicons, userLexicons, lists, quotedPhrases, quotationWeights, ruleDescriptions };
}
