"use client";

import { useState } from "react";
import type { Evidence } from "../../../../analysis/types.ts";

interface EvidenceProps {
  evidence: Evidence[];
  rules: Record<string, string>;
  /** What the weights speak for. */
  words: string;
  /** Whether weights decided: entries of a lexicon count as they stand. */
  weighed: boolean;
}

/** Heavier reasons are shown at once, the rest on request. */
const SHOWN_REASONS = 6;

/** The reasons behind a flag, the heaviest first. */
export function EvidenceRows({ evidence, rules, words, weighed }: EvidenceProps) {
  const [all, setAll] = useState(false);
  if (evidence.length === 0) return null;
  const ordered = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const most = Math.max(Math.abs(ordered[0]?.weight ?? 0), 0.001);
  const shown = all ? ordered : ordered.slice(0, SHOWN_REASONS);
  return (
    <>
      <table className="mt-3 w-full text-small">
        <thead>
          <tr className="border-b border-ink text-label">
            <th scope="col" className="py-1 text-left font-semibold">
              Evidence
            </th>
            <th scope="col" className="py-1 text-right font-normal whitespace-nowrap text-ink3">
              {weighed ? `weight for ${words}` : ""}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ rule, weight }) => (
            <tr key={rule} className="border-b border-rule">
              <td className="py-1.5 pr-3">{rules[rule] ?? rule}</td>
              <td className="py-1.5 text-right whitespace-nowrap">
                {weighed && <Weight weight={weight} most={most} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < ordered.length && (
        <button
          type="button"
          className="link mt-2 text-small touch:min-h-11"
          onClick={() => setAll(true)}
        >
          {ordered.length - shown.length} lighter reasons
        </button>
      )}
    </>
  );
}

/** A weight with its bar; what speaks against is hollow. */
function Weight({ weight, most }: { weight: number; most: number }) {
  const length = (44 * Math.abs(weight)) / most;
  return (
    <span className="inline-flex items-center gap-2">
      <svg width={44} height={10} aria-hidden="true">
        <rect
          x={44 - length}
          y={1}
          width={length}
          height={8}
          fill={weight < 0 ? "none" : "var(--mark)"}
          stroke="var(--mark)"
        />
      </svg>
      {weight < 0 ? "−" : "+"}
      {Math.abs(weight).toFixed(1)}
    </span>
  );
}
