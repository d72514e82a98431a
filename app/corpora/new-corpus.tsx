"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { numberedSlug, slugOf, slugProblem } from "../../lib/database/slug.ts";
import { sendJson, sentenceOf } from "../send-json.ts";

interface NewCorpusProps {
  /** Why none can be made; null where one can. */
  problem: string | null;
  taken: readonly string[];
  /** Whether the page was opened to make one. */
  startHere: boolean;
  /** Another way to begin. */
  sample: ReactNode;
}

/** Title and address of a new corpus; once made, files are imported into it. */
export function NewCorpus({ problem, taken, startHere, sample }: NewCorpusProps) {
  return (
    <section className="mt-10 max-w-[620px]" aria-labelledby="new-title" data-testid="new-corpus">
      <h2 id="new-title" className="font-serif text-section">
        New corpus
      </h2>
      {problem ? (
        <p className="mt-2 border-l-3 border-question bg-question-ground p-3 text-small">
          {problem}
        </p>
      ) : (
        <>
          <NewCorpusForm taken={taken} startHere={startHere} />
          {sample && <p className="mt-5 text-small text-ink2">{sample}</p>}
        </>
      )}
    </section>
  );
}

/** The slug as the server would make it from the title. */
function freeSlug(title: string, taken: readonly string[]): string {
  const slug = slugOf(title);
  let free = slug;
  for (let number = 2; taken.includes(free); number++) free = numberedSlug(slug, number);
  return free;
}

function refusalOf(slug: string, taken: readonly string[]): string | null {
  const problem = slugProblem(slug);
  if (problem) return `${slug === "" ? "That" : `"${slug}"`} can't be the address: ${problem}.`;
  return taken.includes(slug) ? `There is a corpus "${slug}" already.` : null;
}

function NewCorpusForm({ taken, startHere }: Pick<NewCorpusProps, "taken" | "startHere">) {
  const form = useNewCorpus(taken);
  const titleField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (startHere) titleField.current?.focus();
  }, [startHere]);
  return (
    <form className="mt-2" onSubmit={form.submit} noValidate>
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        <label className="block text-small">
          Title
          <input
            ref={titleField}
            className="field mt-1"
            value={form.title}
            maxLength={120}
            placeholder="Ukraine 2022"
            onChange={(event) => form.setTitle(event.target.value)}
          />
        </label>
        <AddressField value={form.slug} refused={form.refusal !== null} onChange={form.setSlug} />
      </div>
      <p id="new-refusal" role="status" className="mt-2 min-h-5 text-small text-question">
        {form.refusal}
      </p>
      <button type="submit" className="control control-chosen mt-1" disabled={!form.ready}>
        {form.busy ? "Making it" : "Make the corpus"}
      </button>
    </form>
  );
}

interface AddressFieldProps {
  value: string;
  refused: boolean;
  onChange: (value: string) => void;
}

function AddressField({ value, refused, onChange }: AddressFieldProps) {
  return (
    <label className="block text-small">
      Address <span className="text-ink3">(stays when the title changes)</span>
      <span className="mt-1 flex items-center gap-1">
        <span aria-hidden="true" className="text-ink3">
          /
        </span>
        <input
          className="field font-mono text-mono"
          value={value}
          spellCheck={false}
          autoCapitalize="none"
          aria-invalid={refused}
          aria-describedby="new-refusal"
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </label>
  );
}

/** The form's fields; the address follows the title until it is typed by hand. */
function useNewCorpus(taken: readonly string[]) {
  const router = useRouter();
  const [title, setTitle] = useState("");
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const slug = typed ?? (title.trim() === "" ? "" : freeSlug(title, taken));
  const refusal = typed === null ? null : refusalOf(typed, taken);
  const ready = !busy && title.trim() !== "" && refusal === null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    try {
      const made = await sendJson<{ slug: string }>("POST", "/api/corpora", { title, slug });
      router.push(`/${made.slug}/import`);
    } catch (error) {
      setFailure(sentenceOf(error));
      setBusy(false);
    }
  };
  const change = (set: () => void) => {
    setFailure(null);
    set();
  };
  return {
    title,
    slug,
    busy,
    ready,
    submit,
    refusal: refusal ?? failure,
    setTitle: (value: string) => change(() => setTitle(value)),
    // Emptied, it follows the title again.
    setSlug: (value: string) => change(() => setTyped(value === "" ? null : value)),
  };
}
