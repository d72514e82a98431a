"use client";

import { X } from "lucide-react";
import { useState } from "react";

/** Says politely what was changed about a view, one sentence a line. */
export function Notice({ lines }: { lines: string[] }) {
  const [dismissed, setDismissed] = useState<string | null>(null);
  const key = lines.join("\n");
  if (lines.length === 0 || dismissed === key) return null;
  return (
    <div
      role="status"
      className="flex items-start gap-3 border-b border-rule border-l-3 border-l-question bg-question-ground px-4 py-2 text-small md:px-6"
      data-testid="notice"
    >
      <ul className="flex-1">
        {lines.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="control-icon"
        aria-label="Dismiss"
        onClick={() => setDismissed(key)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
