import { Check } from "lucide-react";

const STEPS = ["Choose a file", "Match columns", "Import"];

/** Where the import stands, as three numbered steps. */
export function Steps({ now }: { now: 1 | 2 | 3 }) {
  return (
    <ol className="flex items-center gap-3 text-small max-md:hidden">
      {STEPS.map((words, i) => {
        const current = i + 1 === now;
        return (
          <li
            key={words}
            aria-current={current ? "step" : undefined}
            className="flex items-center gap-2"
          >
            {i > 0 && <span aria-hidden="true" className="mr-1 h-px w-10 bg-edge" />}
            <span
              aria-hidden="true"
              className={`grid size-6 place-items-center rounded-full border text-label ${current ? "border-ink bg-ink font-semibold text-paper" : i + 1 < now ? "border-ink" : "border-edge text-ink2"}`}
            >
              {i + 1 < now ? <Check size={14} /> : i + 1}
            </span>
            <span className={current ? "font-semibold" : "text-ink2"}>{words}</span>
          </li>
        );
      })}
    </ol>
  );
}
