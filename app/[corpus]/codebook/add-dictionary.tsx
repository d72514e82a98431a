"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { ImportedLexicon } from "../../api/[corpus]/lexicons/route.ts";
import { countOf } from "../../format.ts";

type State =
  | { kind: "still" }
  | { kind: "sending" }
  | { kind: "failed"; message: string }
  | { kind: "done"; imported: ImportedLexicon };

const FIELDS = [
  { name: "title", words: "Title, in the plural" },
  { name: "source", words: "Source, as you would cite it" },
  { name: "licence", words: "Licence" },
];

/** A dictionary's file and what is said of it; what could not be used is named. */
export function AddDictionary({ corpus }: { corpus: string }) {
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: "still" });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (!(file instanceof File)) return;
    setState({ kind: "sending" });
    try {
      const imported = await upload(corpus, file, data);
      setState({ kind: "done", imported });
      router.push(`/${corpus}/codebook?lexicon=user_${imported.slug}`);
      router.refresh();
    } catch (error) {
      const message = error instanceof Error ? error.message : "That did not work. Try again.";
      setState({ kind: "failed", message });
    }
  };
  return (
    <details className="mt-2 text-small">
      <summary className="link w-fit">Add a dictionary</summary>
      <form className="mt-2 flex flex-col items-start gap-3" onSubmit={send}>
        <label className="w-full">
          CSV, LIWC .dic or quanteda YAML
          <input
            type="file"
            name="file"
            required
            accept=".csv,.tsv,.dic,.yml,.yaml"
            className="mt-1 w-full"
          />
        </label>
        {FIELDS.map(({ name, words }) => (
          <label key={name} className="w-full">
            {words}
            <input name={name} maxLength={500} className="field mt-1 w-full" />
          </label>
        ))}
        <button type="submit" className="control" disabled={state.kind === "sending"}>
          {state.kind === "sending" ? "Adding" : "Add"}
        </button>
      </form>
      {state.kind === "failed" && (
        <p role="alert" className="mt-2 break-words text-failure">
          {state.message}
        </p>
      )}
      {state.kind === "done" && <Done imported={state.imported} />}
    </details>
  );
}

function Done({ imported: { title, entries, labels, leftOut, leftOutTotal } }: DoneProps) {
  return (
    <div role="status" className="mt-2 break-words">
      <p>
        Added {title}: {countOf(entries, "entry", "entries")} under {countOf(labels, "label")}. The
        articles are being analysed again.
      </p>
      {leftOut.length > 0 && (
        <>
          <p className="mt-2">Left out: {countOf(leftOutTotal, "line")}.</p>
          <ul className="mt-1 text-ink2">
            {leftOut.map(({ line, field, message }) => (
              <li key={`${line} ${field} ${message}`}>
                Line {line}, {field}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface DoneProps {
  imported: ImportedLexicon;
}

async function upload(corpus: string, file: File, said: FormData): Promise<ImportedLexicon> {
  const query = new URLSearchParams({ name: file.name });
  for (const { name } of FIELDS) query.set(name, String(said.get(name) ?? "").trim());
  const answer = await fetch(`/api/${corpus}/lexicons?${query}`, { method: "POST", body: file });
  const body = await answer.json();
  if (answer.ok) return body;
  throw new Error(body?.error?.message ?? "The dictionary was refused.");
}
