import { readCsv } from "../../../analysis/codebook/csv.ts";
import { sniffDelimiter } from "../../import/formats/delimited.ts";
import { type DictionaryContent, DictionaryProblem } from "./content.ts";

/** Names under which the two columns go, whatever their case. */
const TERM = ["term", "word", "entry", "pattern", "feature"];
const LABEL = ["label", "category", "key", "class", "sentiment"];

/**
 * A dictionary as a table: a column term, and a column label. Without a label column all terms stand under `single`.
 * Further columns are not read.
 */
export function readCsvDictionary(text: string, single: string): DictionaryContent {
  const [header, ...records] = readCsv(text, sniffDelimiter(text) ?? ",");
  if (!header) throw new DictionaryProblem(1, "the file is empty.");
  const names = header.fields.map((name) => name.trim().toLowerCase());
  const term = names.findIndex((name) => TERM.includes(name));
  const label = names.findIndex((name) => LABEL.includes(name));
  if (term < 0) {
    throw new DictionaryProblem(
      header.line,
      `there is no column term (or ${TERM.slice(1).join(", ")}); the first line must name the columns, it has: ${names.join(", ").slice(0, 200)}.`,
    );
  }
  return {
    leftOut: [],
    entries: records.map(({ line, fields }) => ({
      line,
      term: fields[term] ?? "",
      label: label < 0 ? single : (fields[label] ?? ""),
    })),
  };
}
