"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { TextRights } from "../../../lib/import/imports.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview, PreviewColumn } from "../../../lib/import/preview.ts";
import { formatBytes } from "../../format.ts";
import { errorMessage, readJson } from "./error-message.ts";
import { type Choice, choiceOf, FIELD_WORDS, withChoice } from "./mapping-choices.ts";
import { DateQuestion, OutletQuestion } from "./questions.tsx";
import { Stepper } from "./stepper.tsx";
import { StoredRows } from "./stored-rows.tsx";

interface MatchColumnsProps {
  corpus: string;
  id: number;
  first: ImportPreview;
}

/** Which column is what, on real rows; one question where dates can be read two ways; then Import. */
export function MatchColumns({ corpus, id, first }: MatchColumnsProps) {
  const { preview, mapping, change, busy, failure, start, discard } = useMapping(corpus, id, first);
  const [rights, setRights] = useState<TextRights>("snippets");
  const [example, setExample] = useState(0);
  const examples = Math.max(1, ...preview.columns.map(({ cells }) => cells.length));
  // Once asked the question stays, so that its answer can be changed.
  const asked = first.dateOrder === "undecidable" || preview.dateOrder === "undecidable";
  const outletKnown =
    preview.columns.length === 0 ||
    mapping.columns.outlet !== undefined ||
    mapping.columns.url !== undefined;
  return (
    <>
      <div className="mt-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 border border-rule bg-desk px-4 py-2 text-small">
        <span className="font-semibold break-all">{preview.name}</span>
        <span className="text-ink2">
          {preview.format}
          {preview.packed ? ", gzipped" : ""}
          {preview.bytes === null ? "" : `, ${formatBytes(preview.bytes)}`}. {preview.encoding}
        </span>
        <button type="button" className="link ml-auto touch:min-h-11" onClick={discard}>
          Another file
        </button>
      </div>

      <div className="mt-6 flex flex-wrap items-baseline gap-x-4">
        <h2 className="font-serif text-section">Which column is what</h2>
        <span className="flex-1 text-small text-ink2">
          Guessed from names and contents. Change any.
        </span>
        <Stepper now={example} count={examples} words="Example" onStep={setExample} />
      </div>
      <table className="mt-2 w-full text-small max-md:block" aria-busy={busy}>
        <thead className="border-b border-ink text-left text-label max-md:hidden">
          <tr>
            <th scope="col" className="py-2 font-semibold">
              Column
            </th>
            <th scope="col" className="font-semibold">
              Example
            </th>
            <th scope="col" className="font-semibold">
              Becomes
            </th>
            <th scope="col" className="pl-4 font-semibold">
              What we found
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {preview.columns.map((column) => (
            <ColumnRow
              key={column.name}
              column={column}
              example={column.cells[Math.min(example, column.cells.length - 1)]}
              mapping={mapping}
              onChange={(choice) => change(withChoice(mapping, column.name, choice))}
            />
          ))}
        </tbody>
      </table>

      {asked && (
        <DateQuestion
          order={mapping.dateOrder}
          onAnswer={(dateOrder) => change({ ...mapping, dateOrder })}
        />
      )}
      {!outletKnown && (
        <OutletQuestion
          name={mapping.outlet ?? ""}
          onName={(outlet) => change({ ...mapping, outlet: outlet || null })}
        />
      )}
      <StoredRows rows={preview.rows} />

      <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-4 border-t border-ink bg-paper py-3">
        <button
          type="button"
          className="control control-chosen"
          disabled={busy || preview.problem !== null || preview.dateOrder === "undecidable"}
          onClick={() => start(rights)}
        >
          Import
        </button>
        <label className="flex items-center gap-2 text-small text-ink2">
          Exports may hold
          <select
            className="field w-auto"
            value={rights}
            onChange={(event) => setRights(event.target.value as TextRights)}
          >
            <option value="numbers">numbers alone</option>
            <option value="snippets">flagged words and 8 words around</option>
            <option value="text">whole texts</option>
          </select>
        </label>
        <span aria-live="polite" className="text-small text-question">
          {failure ?? preview.problem ?? ""}
        </span>
      </div>
    </>
  );
}

/** The mapping as the user has it, previewed after each change. */
function useMapping(corpus: string, id: number, first: ImportPreview) {
  const router = useRouter();
  const [preview, setPreview] = useState(first);
  const [mapping, setMapping] = useState<Mapping>(first.mapping);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);
  const post = (what: string, body: unknown) =>
    fetch(`/api/${corpus}/imports/${id}/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const change = (wished: Mapping) => {
    const otherDates = wished.columns.date !== mapping.columns.date;
    const next = otherDates ? { ...wished, dateOrder: null } : wished;
    setMapping(next);
    const turn = ++latest.current;
    void attempt(async () => {
      const answer = await readJson<ImportPreview>(await post("preview", next));
      // A later change overtook this one.
      if (turn !== latest.current) return;
      setPreview(answer);
      setMapping((now) => ({ ...now, dateOrder: answer.mapping.dateOrder }));
    });
  };
  const start = (textRights: TextRights) =>
    void attempt(async () => {
      await readJson(await post("start", { mapping, textRights }));
      router.refresh();
    });
  const discard = () =>
    void attempt(async () => {
      await fetch(`/api/${corpus}/imports/${id}`, { method: "DELETE" });
      router.push(`/${corpus}/import`);
    });
  return { preview, mapping, change, busy, failure, start, discard };
}

interface ColumnRowProps {
  column: PreviewColumn;
  example: string | undefined;
  mapping: Mapping;
  onChange: (choice: Choice) => void;
}

function ColumnRow({ column, example, mapping, onChange }: ColumnRowProps) {
  const choice = choiceOf(mapping, column.name);
  return (
    <tr className="border-b border-rule max-md:block max-md:py-2 md:h-[46px]">
      <th
        scope="row"
        className="pr-4 text-left font-mono text-mono font-normal break-all max-md:block"
      >
        {column.name}
      </th>
      <td className="max-w-[380px] pr-4 max-md:block">
        <span
          className={`line-clamp-2 font-serif text-sentence break-words ${choice === "ignore" ? "text-ink3" : ""}`}
        >
          {example ?? "–"}
        </span>
      </td>
      <td className="max-md:block">
        <select
          className="field md:w-[190px]"
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
      <td className="text-label text-ink2 md:pl-4 max-md:block">{foundWords(column, choice)}</td>
    </tr>
  );
}

function foundWords(column: PreviewColumn, choice: Choice): string {
  if (column.cells.length === 0) return "Empty in the first rows";
  if (choice === "ignore") return "";
  if (choice === "attribute") return `Kept as ${column.attribute ?? column.name}`;
  if (column.by === null || column.field !== choice) return "As you chose";
  return column.by === "name" ? "By its name" : "By its contents";
}
