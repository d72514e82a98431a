import { decodeStrictly } from "./lines.ts";
import { MAX_RECORD, type Row, refused, TOO_LONG, WRONG_ENCODING } from "./row.ts";

/** Objects inside objects become columns named `outer.inner` down to this depth; deeper ones stay JSON. */
const MAX_DEPTH = 4;

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function addValue(values: Map<string, string>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) return;
  if (isScalar(value)) {
    values.set(name, String(value));
  } else if (Array.isArray(value) && value.every(isScalar)) {
    values.set(name, value.join("; "));
  } else if (!Array.isArray(value) && depth < MAX_DEPTH) {
    for (const [key, inner] of Object.entries(value))
      addValue(values, `${name}.${key}`, inner, depth + 1);
  } else {
    values.set(name, JSON.stringify(value));
  }
}

/**
 * Columns of one JSON object: scalars as text, null as absent, lists of scalars joined by "; ", inner objects as `outer.inner`.
 *
 * @example objectColumns({ source: { name: "Herald" }, tags: ["a", "b"] }) // source.name -> Herald, tags -> a; b
 */
function objectColumns(object: object): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(object)) addValue(values, key, value, 1);
  return values;
}

function whereItBroke(error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position ? ` (at its character ${Number(position) + 1})` : "";
}

/** One JSON object's bytes as a row; anything else is refused with its reason. */
export function readJsonRecord(line: number, bytes: Buffer | null): Row {
  if (bytes === null || bytes.length > MAX_RECORD) return refused(line, TOO_LONG);
  const text = decodeStrictly(bytes);
  if (text === null) return refused(line, WRONG_ENCODING);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return refused(line, "Not an article: a JSON object with named fields is needed here.");
    }
    return { kind: "record", line, values: objectColumns(value) };
  } catch (error) {
    return refused(line, `Broken JSON${whereItBroke(error)}.`);
  }
}
