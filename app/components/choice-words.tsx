import { Check } from "lucide-react";

/** What a choice of a filter says: ticked where it is the current one, with a note below. */
export function ChoiceWords(props: { words: string; note?: string | undefined; current: boolean }) {
  const { words, note, current } = props;
  return (
    <>
      <Check
        size={16}
        aria-hidden="true"
        className={`mt-0.5 shrink-0 ${current ? "" : "invisible"}`}
      />
      <span className="min-w-0 flex-1">
        <span className={`block break-words ${current ? "font-semibold" : ""}`}>{words}</span>
        {note && <span className="block text-label text-ink3">{note}</span>}
      </span>
    </>
  );
}
