"use client";

import { useEffect, useRef } from "react";
import type { OutletRow } from "../../../../lib/outlets/list-outlet-rows.ts";
import { countOf } from "../../../format.ts";
import type { OtherOutlet } from "../outlet-table.tsx";

interface MergeFormProps {
  outlet: OutletRow;
  others: readonly OtherOutlet[];
  /** Slug of the outlet chosen; empty for none yet. */
  into: string;
  busy: boolean;
  onInto: (slug: string) => void;
  onMerge: (target: OtherOutlet) => void;
}

/** Chooses the outlet that takes this one's articles, and says what will happen before it does. */
export function MergeForm({ outlet, others, into, busy, onInto, onMerge }: MergeFormProps) {
  const target = others.find(({ slug }) => slug === into);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (into !== "") button.current?.scrollIntoView({ block: "nearest" });
  }, [into]);
  if (others.length === 0) return null;
  return (
    <section className="mt-8 border-t border-ink pt-3 text-small" aria-labelledby="merge-title">
      <h3 id="merge-title" className="font-semibold">
        Merge into another outlet
      </h3>
      <p className="mt-1 text-ink2">For one outlet that files call by two names.</p>
      <label className="mt-3 block">
        Into
        <select
          className="field mt-1"
          value={into}
          onChange={(event) => onInto(event.target.value)}
        >
          <option value="">Choose an outlet</option>
          {others.map(({ slug, name, articles }) => (
            <option key={slug} value={slug}>
              {name} ({countOf(articles, "article")})
            </option>
          ))}
        </select>
      </label>
      {target && <MergeWords outlet={outlet} target={target} />}
      <button
        ref={button}
        type="button"
        className="control mt-3"
        disabled={!target || busy}
        onClick={() => target && onMerge(target)}
      >
        {busy ? "Merging" : "Merge"}
      </button>
    </section>
  );
}

function MergeWords({ outlet, target }: { outlet: OutletRow; target: OtherOutlet }) {
  return (
    <p className="mt-3" data-testid="merge-words">
      {countOf(outlet.articles, "article")} of {outlet.name}{" "}
      {outlet.articles === 1 ? "moves" : "move"} to {target.name}. Imports under the name{" "}
      {outlet.name} land there too, and links to it find {target.name}. This can't be undone.
    </p>
  );
}
