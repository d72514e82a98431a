/** A value to store. Dates are ISO text, json is text, bytes become bytea. */
export type CopyValue = string | number | bigint | boolean | null | Uint8Array | readonly string[];
export type CopyRow = readonly CopyValue[];

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escapeText(text: string): string {
  // Nearly every text has none of them: looking is cheaper than replacing nothing.
  if (text.search(SPECIAL) < 0) return text;
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

/** Words that stand in an array without quotes and need no escape in COPY; NULL isn't among them. */
const PLAIN = /^(?!null$)[\w.-]+$/i;

function encodeList(items: readonly string[]): string {
  let list = "";
  for (const item of items) {
    const plain = PLAIN.test(item);
    const element = plain ? item : escapeText(`"${item.replace(/["\\]/g, "\\$&")}"`);
    list += list === "" ? element : `,${element}`;
  }
  return `{${list}}`;
}

function encodeValue(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Uint8Array) {
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
  }
  if (typeof value === "object") return encodeList(value);
  return String(value);
}

/** A row as a line of COPY's text format. */
export function encodeRow(row: CopyRow): string {
  let line = "";
  for (let column = 0; column < row.length; column++) {
    const value = row[column];
    if (value === undefined) throw new TypeError(`Column ${column} of a row to copy is undefined`);
    line += (column === 0 ? "" : "\t") + encodeValue(value);
  }
  return `${line}\n`;
}
