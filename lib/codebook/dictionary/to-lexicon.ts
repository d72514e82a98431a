import { foldTerm, termMistake } from "../../../analysis/codebook/user/term-words.ts";
import {
  labelMistake,
  MOST_ENTRIES,
  MOST_LABELS,
  slugMistake,
  type UserEntry,
  type UserLexicon,
  type UserLexiconFacts,
} from "../../../analysis/codebook/user/user-lexicon.ts";
import { FramescopeError } from "../../errors.ts";
import type { LeftOut } from "./content.ts";
import type { Dictionary } from "./dictionary.ts";

/** What may be said of a lexicon beside its file. */
export type LexiconWishes = Partial<Omit<UserLexiconFacts, "changes">>;

/** A dictionary as a lexicon of the codebook, and what of it was left out. */
export interface ReadLexicon {
  lexicon: UserLexicon;
  leftOut: LeftOut[];
}

/**
 * A slug from a file's name or a title.
 * @example slugFor("Moral words 2.0") // "moral_words_2_0"
 */
export function slugFor(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+/, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  return plain === "" ? "lexicon" : plain;
}

/**
 * Makes a lexicon of a dictionary: terms in lower case, each once a label. What can't be used is left out with its reason.
 * @throws FramescopeError bad_input where nothing is left or there is too much of it, bad_parameter for a wrong slug.
 */
export function toLexicon(dictionary: Dictionary, wishes: LexiconWishes): ReadLexicon {
  const name = dictionary.file.replace(/\.[^.]*$/, "");
  const slug = wishes.slug ?? slugFor(wishes.title ?? name);
  const wrong = slugMistake(slug);
  if (wrong !== null) throw new FramescopeError("bad_parameter", `slug ${wrong}.`, "slug");
  const leftOut = [...dictionary.leftOut];
  const entries = usableEntries(dictionary, leftOut);
  const labels = [...new Set(entries.map(({ label }) => label))];
  refuseSize(dictionary.file, entries, labels);
  leftOut.sort((a, b) => a.line - b.line);
  const said = [dictionary.file, `${entries.length} entries`];
  if (leftOut.length > 0) said.push(`${leftOut.length} left out`);
  const lexicon = {
    slug,
    title: cell(wishes.title) || cell(name) || slug,
    version: cell(wishes.version) || "1",
    source: cell(wishes.source) || cell(dictionary.file),
    url: cell(wishes.url),
    licence: cell(wishes.licence) || "not stated",
    changes: cell(`Imported from ${said.join(", ")}.`),
    labels,
    entries,
  };
  return { lexicon, leftOut };
}

/** Text as a codebook's tables hold it. */
function cell(text: string | undefined): string {
  return (text ?? "")
    .normalize("NFC")
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}

function usableEntries({ entries }: Dictionary, leftOut: LeftOut[]): UserEntry[] {
  const seen = new Map<string, number>();
  return entries.flatMap(({ line, ...written }) => {
    const label = written.label.normalize("NFC").trim();
    const term = foldTerm(written.term);
    const leave = (field: string, message: string) => {
      leftOut.push({ line, field, message });
      return [];
    };
    const wrongLabel = labelMistake(label);
    if (wrongLabel !== null) return leave("label", wrongLabel);
    const wrongTerm = termMistake(term);
    if (wrongTerm !== null)
      return leave("term", `"${written.term.trim().slice(0, 80)}" ${wrongTerm}`);
    const key = `${label}\n${term}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      return leave("term", `"${term}" stands under ${label} in line ${earlier} already`);
    }
    seen.set(key, line);
    return [{ term, label }];
  });
}

function refuseSize(file: string, entries: readonly UserEntry[], labels: readonly string[]): void {
  const refuse = (message: string) => {
    throw new FramescopeError("bad_input", `${file}: ${message}`);
  };
  if (entries.length === 0) refuse("there is no term in it that could be looked for.");
  if (entries.length > MOST_ENTRIES) {
    refuse(
      `${entries.length.toLocaleString("en")} entries; a lexicon may have ${MOST_ENTRIES.toLocaleString("en")}. Cut it into several.`,
    );
  }
  if (labels.length > MOST_LABELS) {
    refuse(`${labels.length} labels; a lexicon may have ${MOST_LABELS}. Cut it into several.`);
  }
}
