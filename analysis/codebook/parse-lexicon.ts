import { fold } from "../text/fold.ts";
import { type Lexicon, type LexiconEntry, STRENGTHS } from "./codebook.ts";
import { type Report, type Row, readItems, readTable } from "./table.ts";

const COLUMNS = [
  "term",
  "forms",
  "label",
  "towards",
  "strength",
  "plain",
  "exceptions",
  "source",
  "licence",
  "example",
] as const;
/** Each lexicon has those of these columns that its signal reads. */
const OPTIONAL = ["towards", "strength", "plain"] as const;
type EntryRow = Row<(typeof COLUMNS)[number]>;

/** What is said of a lexicon in lexicons.csv. */
export type LexiconFacts = Omit<Lexicon, "entries">;

/** A word as the tokenizer cuts it, in lower case; with * at its end it stands for every word that starts so. */
const WORD = /^[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+|(?<=\d)[.,](?=\d)\p{N}+)*\*?$/u;

/** Shortest stem before a *: a shorter one would match half the language. */
const SHORTEST_STEM = 3;

/** What is wrong with a phrase of a lexicon, or null. */
function phraseMistake(phrase: string): string | null {
  if (phrase !== fold(phrase, 0, phrase.length)) {
    return `"${phrase}" is not in lower case with plain ' and -`;
  }
  for (const word of phrase.split(" ")) {
    if (!WORD.test(word)) return `"${phrase}" can never match: "${word}" is not one word`;
    if (word.endsWith("*") && word.length <= SHORTEST_STEM) {
      return `"${word}": at least ${SHORTEST_STEM} letters must stand before the *`;
    }
  }
  return null;
}

/** Where the words of a form stand in an exception, one after the other, or -1; a * in the exception covers endings. */
export function formOffset(exception: readonly string[], form: readonly string[]): number {
  const last = exception.length - form.length;
  for (let at = 0; at <= last; at++) {
    if (form.every((word, i) => covers(exception[at + i] ?? "", word))) return at;
  }
  return -1;
}

function covers(pattern: string, word: string): boolean {
  return pattern === word || (pattern.endsWith("*") && word.startsWith(pattern.slice(0, -1)));
}

function checkPhrases(row: EntryRow, forms: string[], exceptions: string[], report: Report): void {
  const { line } = row;
  if (forms.length === 0) report(line, "forms", "is empty");
  for (const form of forms) {
    const mistake = phraseMistake(form);
    if (mistake !== null) report(line, "forms", mistake);
  }
  if (new Set(forms).size < forms.length) report(line, "forms", "names a form twice");
  for (const exception of exceptions) {
    const mistake = phraseMistake(exception);
    if (mistake !== null) report(line, "exceptions", mistake);
    const words = exception.split(" ");
    const holds = forms.filter((form) => formOffset(words, form.split(" ")) >= 0);
    if (holds.length === 0) report(line, "exceptions", `"${exception}" holds no form of the entry`);
    if (forms.includes(exception)) report(line, "exceptions", `"${exception}" makes the form dead`);
  }
}

function readEntry(row: EntryRow, report: Report): LexiconEntry {
  const { line, values } = row;
  for (const field of ["term", "label", "source", "licence"] as const) {
    if (values[field] === "") report(line, field, "is empty");
  }
  const strength = STRENGTHS.find((each) => each === values.strength) ?? "";
  if (strength !== values.strength) {
    report(line, "strength", `"${values.strength}" is none of ${STRENGTHS.join(", ")}`);
  }
  const forms = readItems(values.forms);
  const exceptions = readItems(values.exceptions);
  checkPhrases(row, forms, exceptions, report);
  return { ...values, strength, forms, exceptions };
}

/** Reports rows out of order and forms that a second entry of the lexicon has too: one form, one label. */
function checkTogether(rows: readonly EntryRow[], report: Report): void {
  const owners = new Map<string, number>();
  let previous = "";
  for (const { line, values } of rows) {
    if (values.term < previous)
      report(line, "term", `"${values.term}" must stand before "${previous}"`);
    if (values.term === previous) report(line, "term", `"${values.term}" has two entries`);
    previous = values.term;
    for (const form of new Set(readItems(values.forms))) {
      const owner = owners.get(form);
      if (owner !== undefined) report(line, "forms", `"${form}" stands in line ${owner} too`);
      owners.set(form, line);
    }
  }
}

/** Reads a lexicon's entries; every mistake is reported with its line and field. */
export function parseLexicon(facts: LexiconFacts, text: string, report: Report): Lexicon {
  const rows = readTable(text, COLUMNS, report, OPTIONAL);
  checkTogether(rows, report);
  if (rows.length === 0) report(1, "", "has no entries");
  return { ...facts, entries: rows.map((row) => readEntry(row, report)) };
}
