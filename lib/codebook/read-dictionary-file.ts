import { readFileSync, statSync } from "node:fs";
import { FramescopeError } from "../errors.ts";
import { MOST_BYTES, readDictionary } from "./dictionary/dictionary.ts";
import {
  type LexiconWishes,
  type ReadLexicon,
  slugFor,
  toLexicon,
} from "./dictionary/to-lexicon.ts";

/** A dictionary file as a lexicon. @throws FramescopeError where it can't be read or is no dictionary */
export function readDictionaryFile(
  name: string,
  wishes: LexiconWishes,
): ReadLexicon & { file: string; format: string } {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new FramescopeError("bad_input", `${name}: there is no such file.`);
  // One byte more says that it is too large; nobody waits for gigabytes to be read.
  const bytes = found.size > MOST_BYTES ? Buffer.alloc(MOST_BYTES + 1) : readFileSync(name);
  const single = wishes.slug ?? slugFor(wishes.title ?? "words");
  const dictionary = readDictionary(name, bytes, single);
  const { file, format } = dictionary;
  return { file, format, ...toLexicon(dictionary, wishes) };
}
