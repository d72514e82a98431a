import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview, PreviewColumn } from "../../../lib/import/preview.ts";
import { countOf, formatCount } from "../../format.ts";
import { type Choice, choiceOf, FIELD_WORDS, withChoice } from "./mapping-choices.ts";

interface ColumnTableProps {
  preview: ImportPreview;
  /** Of the row that is shown. */
  cells: Record<string, string>;
  mapping: Mapping;
  busy: boolean;
  onChange: (mapping: Mapping) => void;
}

/** A row for each column of the file: what it holds in one row, and what becomes of it. */
export function ColumnTable({ preview, cells, mapping, busy, onChange }: ColumnTableProps) {
  return (
    <table className="mt-2 w-full text-small max-md:block" aria-busy={busy}>
      <thead className="border-b border-ink text-left text-label max-md:hidden">
        <tr>
          <th scope="col" className="py-2 font-semibold">
            Column
          </th>
          <th scope="col" className="font-semibold">
            This row
          </th>
          <th scope="col" className="font-semibold">
            Becomes
          </th>
          <th scope="col" className="pl-4 font-semibold">
            What we found
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block max-md:border-t max-md:border-ink">
        {preview.columns.map((column) => (
          <ColumnRow
            key={column.name}
            column={column}
            preview={preview}
            cell={cells[column.name]}
            choice={choiceOf(mapping, column.name)}
            onChange={(choice) => onChange(withChoice(mapping, column.name, choice))}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnRowProps {
  column: PreviewColumn;
  preview: ImportPreview;
  cell: string | undefined;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function ColumnRow({ column, preview, cell, choice, onChange }: ColumnRowProps) {
  return (
    <tr className="border-b border-rule max-md:grid max-md:grid-cols-[minmax(0,1fr)_170px] max-md:items-center max-md:gap-x-3 max-md:py-2 md:h-[46px]">
      <th
        scope="row"
        className="pr-4 text-left font-mono text-mono font-normal break-all md:max-w-[170px] max-md:order-1"
      >
        {column.name}
      </th>
      <td className="max-w-[340px] pr-4 max-md:order-3">
        <span
          className={`line-clamp-1 font-serif text-sentence break-all ${choice === "ignore" ? "text-ink3" : ""}`}
        >
          {cell?.trim() || "–"}
        </span>
      </td>
      <td className="md:w-[170px] max-md:order-2">
        <select
          className="field"
          aria-label={`Column ${column.name} becomes`}
          value={choice}
          onChange={(event) => onChange(event.target.value as Choice)}
        >
          {Object.entries(FIELD_WORDS).map(([field, words]) => (
            <option key={field} value={field}>
              {words}
            </option>
          ))}
          <option value="attribute">Attribute</option>
          <option value="ignore">Leave out</option>
        </select>
      </td>
      <td className="py-1 text-label text-ink2 md:w-[190px] md:pl-4 max-md:order-4">
        {foundWords(column, choice, preview)}
      </td>
    </tr>
  );
}

function foundWords(column: PreviewColumn, choice: Choice, preview: ImportPreview): string {
  const { rowsLookedAt, whole, dateOrder } = preview;
  const where = whole ? formatCount(rowsLookedAt) : `the first ${formatCount(rowsLookedAt)}`;
  if (column.filled === 0) return `Empty in ${whole ? "every row" : `${where} rows`}`;
  if (choice === "ignore") return "";
  if (choice === "attribute") return `Kept as ${column.attribute ?? column.name}`;
  if (choice === "outlet")
    return `${countOf(column.different, "name")}${whole ? "" : ` in ${where}`}`;
  if (choice === "date" && dateOrder === "dmy") return "Read as day, month, year";
  if (choice === "date" && dateOrder === "mdy") return "Read as month, day, year";
  return column.filled >= rowsLookedAt
    ? `In every row${whole ? "" : ` of ${where}`}`
    : `In ${formatCount(column.filled)} of ${where} rows`;
}
