"use client";

import { type FormEvent, useState } from "react";
import type { OutletRow } from "../../../../lib/outlets/list-outlet-rows.ts";

/** What the editor sends. */
export interface OutletFields {
  name: string;
  domains: string[];
  country: string;
  note: string;
}

interface EditFormProps {
  outlet: OutletRow;
  busy: boolean;
  failure: string | null;
  onSave: (fields: OutletFields) => void;
  /** Where the name belongs to another outlet: offers to merge into that one. */
  onMergeInstead: ((name: string) => void) | undefined;
}

export function EditForm({ outlet, busy, failure, onSave, onMergeInstead }: EditFormProps) {
  const [name, setName] = useState(outlet.name);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = (field: string) => String(new FormData(event.currentTarget).get(field) ?? "");
    const domains = text("domains")
      .split(/[\s,;]+/)
      .filter(Boolean);
    onSave({ name, domains, country: text("country"), note: text("note") });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 text-small">
      <label>
        Name
        <input
          className="field mt-1"
          value={name}
          maxLength={200}
          aria-describedby="name-stays"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p id="name-stays" className="-mt-3 text-label text-ink3">
        Renamed, it keeps its address ({outlet.slug}) and its old name: imports find it under both.
      </p>
      <Description outlet={outlet} />
      {failure && (
        <Refusal text={failure} onMerge={onMergeInstead && (() => onMergeInstead(name))} />
      )}
      <button
        type="submit"
        className="control control-chosen self-start"
        disabled={busy || name.trim() === ""}
      >
        {busy ? "Saving" : "Save"}
      </button>
    </form>
  );
}

/** Fields that the form reads once it is sent. */
function Description({ outlet }: { outlet: OutletRow }) {
  return (
    <>
      <label>
        Domains
        <input
          className="field mt-1"
          name="domains"
          defaultValue={outlet.domains.join(", ")}
          placeholder="herald.example"
          spellCheck={false}
          autoCapitalize="none"
        />
      </label>
      <label>
        Country
        <input
          className="field mt-1"
          name="country"
          defaultValue={outlet.country ?? ""}
          maxLength={80}
        />
      </label>
      <label>
        Note
        <textarea
          className="field mt-1 block py-1.5"
          name="note"
          rows={4}
          maxLength={2000}
          defaultValue={outlet.note ?? ""}
        />
      </label>
    </>
  );
}

function Refusal({ text, onMerge }: { text: string; onMerge: (() => void) | undefined }) {
  return (
    <div role="alert" className="border-l-3 border-question bg-question-ground p-3">
      {text}
      {onMerge && (
        <button type="button" className="link mt-1 block touch:min-h-11" onClick={onMerge}>
          Merge into it instead
        </button>
      )}
    </div>
  );
}
