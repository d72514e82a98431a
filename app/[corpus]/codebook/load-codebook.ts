import {
  type EntryList,
  type EntryQuery,
  listEntries,
  readEntryQuery,
} from "../../../lib/codebook/list-entries.ts";
import { LONGEST_TRIED, type TriedText, tryText } from "../../../lib/codebook/try-text.ts";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import type { RawParameters } from "../../../lib/view/view.ts";
import { type Address, addressOf, withoutEmpty } from "../../address.ts";
import { formatCount } from "../../format.ts";

export interface CodebookPage {
  query: EntryQuery;
  list: EntryList;
  /** Null where no text was typed. */
  tried: TriedText | null;
  /** The view without its page: what links keep. */
  address: Address;
  notices: string[];
}

const KNOWN = ["lexicon", "label", "find", "sort", "page", "text"];

/** Reads the address leniently and lists; what could not be used is named and left out. */
export async function loadCodebook(
  corpus: CorpusDatabase,
  raw: RawParameters,
): Promise<CodebookPage> {
  const given = withoutEmpty(raw);
  const { query: asked, problems } = readEntryQuery(given);
  const notices = problems.map(({ message }) => `${message} Shown without it.`);
  for (const name of Object.keys(given))
    if (!KNOWN.includes(name))
      notices.push(
        `${name} is not a parameter here: known are ${KNOWN.join(", ")}. Shown without it.`,
      );
  const typed = typeof given.text === "string" ? given.text : "";
  if (typed.length > LONGEST_TRIED)
    notices.push(`Only the first ${formatCount(LONGEST_TRIED)} characters of the text were read.`);
  const { query, list } = await listLeniently(corpus, asked, notices);
  const gone = [...problems.map(({ field }) => field), "page"];
  if (query.lexicon === null) gone.push("lexicon");
  if (query.label === null) gone.push("label");
  return {
    query,
    list,
    tried: typed.trim() === "" ? null : await tryText(corpus, typed),
    address: addressOf(given, gone),
    notices,
  };
}

/** A lexicon or label that the codebook lacks is left out. */
async function listLeniently(corpus: CorpusDatabase, asked: EntryQuery, notices: string[]) {
  const list = await listEntries(corpus, asked);
  const lexicon = list.lexicons.find(({ id }) => id === asked.lexicon);
  const hasLabel = lexicon?.entries.some(({ label }) => label === asked.label) ?? false;
  if (asked.lexicon !== null && !lexicon)
    notices.push(`The codebook has no lexicon ${asked.lexicon}. Shown without it.`);
  if (asked.label !== null && !hasLabel)
    notices.push(`The lexicon has no label ${asked.label}. Shown without it.`);
  const query = {
    ...asked,
    lexicon: lexicon ? asked.lexicon : null,
    label: hasLabel ? asked.label : null,
  };
  const same = query.lexicon === asked.lexicon && query.label === asked.label;
  return { query, list: same ? list : await listEntries(corpus, query) };
}
