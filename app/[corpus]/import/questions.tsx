"use client";

import { useState } from "react";
import type { Mapping } from "../../../lib/import/mapping.ts";

/** Asked only where no date of the file tells which number is the day. */
export function DateQuestion({
  order,
  onAnswer,
}: {
  order: Mapping["dateOrder"];
  onAnswer: (order: "dmy" | "mdy") => void;
}) {
  return (
    <fieldset className="mt-5 flex flex-wrap items-center gap-3 border-l-3 border-question bg-question-ground px-4 py-3 text-small">
      <legend className="sr-only">One question about dates</legend>
      <p className="flex-[1_1_260px]">
        <span className="font-semibold text-question">One question.</span> Every date of this file
        could be day.month or month.day. Which is it?
      </p>
      <button
        type="button"
        aria-pressed={order === "dmy"}
        className={`control ${order === "dmy" ? "control-chosen" : ""}`}
        onClick={() => onAnswer("dmy")}
      >
        Day first
      </button>
      <button
        type="button"
        aria-pressed={order === "mdy"}
        className={`control ${order === "mdy" ? "control-chosen" : ""}`}
        onClick={() => onAnswer("mdy")}
      >
        Month first
      </button>
    </fieldset>
  );
}

/** Asked where neither a column nor an address tells the outlet. */
export function OutletQuestion({ name, onName }: { name: string; onName: (name: string) => void }) {
  const [text, setText] = useState(name);
  return (
    <label className="mt-5 block border-l-3 border-question bg-question-ground px-4 py-3 text-small">
      <span className="font-semibold text-question">No column names the outlet.</span> Name the
      outlet of all rows.
      <input
        className="field mt-2 block max-w-[320px]"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onName(text.trim())}
      />
    </label>
  );
}
