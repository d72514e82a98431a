import { isUtf8 } from "node:buffer";
import path from "node:path";
import iconv from "iconv-lite";
import { FramescopeError } from "../../errors.ts";
import { markedEncoding, recogniseEncoding } from "../../import/source/encoding.ts";
import { type DictionaryContent, DictionaryProblem } from "./content.ts";
import { readCsvDictionary } from "./csv.ts";
import { readLiwcDictionary } from "./liwc.ts";
import { readYamlDictionary } from "./yaml.ts";

export interface Dictionary extends DictionaryContent {
  /** The file's name without its folders. */
  file: string;
  /** As it is said of it: "LIWC dictionary". */
  format: string;
}

/** Bytes of a dictionary file. */
export const MOST_BYTES = 20 << 20;

/** By the ending of the name. `single` is the label where a file has none. */
const FORMATS: Readonly<
  Record<string, { format: string; read: (text: string, single: string) => DictionaryContent }>
> = {
  ".csv": { format: "CSV", read: readCsvDictionary },
  ".tsv": { format: "TSV", read: readCsvDictionary },
  ".dic": { format: "LIWC dictionary", read: readLiwcDictionary },
  ".yml": { format: "quanteda YAML", read: readYamlDictionary },
  ".yaml": { format: "quanteda YAML", read: readYamlDictionary },
};

/**
 * Reads a dictionary: CSV or TSV with the columns term and label, LIWC .dic, or the YAML that quanteda reads.
 * @throws FramescopeError bad_input where the file is no dictionary, too_large above 20 MB.
 */
export function readDictionary(name: string, bytes: Buffer, single: string): Dictionary {
  const file = path.basename(name);
  const known = FORMATS[path.extname(file).toLowerCase()];
  if (!known) {
    throw new FramescopeError(
      "bad_input",
      `${file}: the ending of the name says what a dictionary is: ${Object.keys(FORMATS).join(", ")}.`,
    );
  }
  if (bytes.length > MOST_BYTES) {
    throw new FramescopeError(
      "too_large",
      `${file} has ${Math.ceil(bytes.length / 2 ** 20)} MB; a dictionary may have ${MOST_BYTES / 2 ** 20}. Cut it into several.`,
    );
  }
  try {
    const content = known.read(decode(bytes), single);
    return { file, format: known.format, ...content };
  } catch (error) {
    if (!(error instanceof DictionaryProblem)) throw error;
    const message = `${file}:${error.line}: ${error.message}`;
    throw new FramescopeError("bad_input", message, null, { cause: error });
  }
}

function decode(bytes: Buffer): string {
  const marked = markedEncoding(bytes);
  if (marked) return iconv.decode(bytes.subarray(marked.skip), marked.encoding.name);
  const name = isUtf8(bytes) ? "UTF-8" : recogniseEncoding(bytes).name;
  return iconv.decode(bytes, name);
}
