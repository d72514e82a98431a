import { readFileSync, statSync } from "node:fs";
import { FramescopeError } from "../errors.ts";
import { MOST_BYTES, readDictionary } from "./dictionary/dictionary.ts";
import {
  type LexiconWishes,
  type ReadLexicon,
  slugFor,
  toLexicon,
} from "./dictionary/to-lexicon.ts";

/** A dictionary's file as a lexicon, with the file's name and what kind it is. */
export interface ReadDictionary extends ReadLexicon {
  file: string;
  format: string;
}

/**
 * A dictionary's bytes as a lexicon.
 * @throws FramescopeError bad_input or too_large where they are no dictionary, bad_parameter for a wrong slug
 */
export function readLexicon(name: string, bytes: Buffer, wishes: LexiconWishes): ReadDictionary {
  const single = wishes.slug ?? slugFor(wishes.title ?? "words");
  const dictionary = readDictionary(name, bytes, single);
  const { file, format } = dictionary;
  return { file, format, ...toLexicon(dictionary, wishes) };
}

/** The same from the disk. @throws FramescopeError, also where there is no such file */
export function readDictionaryFile(name: string, wishes: LexiconWishes): ReadDictionary {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new FramescopeError("bad_input", `${name}: there is no such file.`);
  // One byte more says that it is too large; nobody waits for gigabytes to be read.
  const bytes = found.size > MOST_BYTES ? Buffer.alloc(MOST_BYTES + 1) : readFileSync(name);
  return readLexicon(name, bytes, wishes);
}
