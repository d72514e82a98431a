import type { Flag, Quotation } from "../../../analysis/types.ts";
import { LONGEST_TRIED, type TriedText } from "../../../lib/codebook/try-text.ts";
import { addressOf } from "../../address.ts";
import { ListForm } from "../../components/list-view.tsx";
import { markClass } from "../../components/marked-sentence.tsx";
import { cutPieces, withMarks } from "../../pieces.ts";
import { isCounted, labelTitle, type SignalWords, VOICE_OF_FLAG } from "../../view-words.ts";
import { QUOTATION_WORDS } from "../articles/[id]/quotation-words.ts";
import type { CodebookPage } from "./load-codebook.ts";

interface TryTextProps {
  path: string;
  page: CodebookPage;
  signals: readonly SignalWords[];
}

/** A field for a sentence, and what the codebook finds in it, with the reasons. */
export function TryText({ path, page, signals }: TryTextProps) {
  const { tried, address } = page;
  return (
    <section className="mt-6" aria-labelledby="try-title">
      <h2 id="try-title" className="font-serif text-section">
        Try it on a text
      </h2>
      <ListForm
        key={tried?.text}
        path={path}
        keep={addressOf(address, ["text"])}
        className="mt-2 flex max-w-[80ch] flex-col items-start gap-2"
        label="Try it on a text"
      >
        <textarea
          name="text"
          rows={3}
          maxLength={LONGEST_TRIED}
          className="field w-full font-serif"
          aria-label="Text to try"
          placeholder="Nobody had seen the alleged “monster”, which may have been a log."
          defaultValue={tried?.text}
        />
        <button type="submit" className="control">
          Show what is found
        </button>
      </ListForm>
      {tried && <Found tried={tried} signals={signals} />}
    </section>
  );
}

function Found({ tried, signals }: { tried: TriedText; signals: readonly SignalWords[] }) {
  const { text, flags, quotations } = tried;
  const plain = quotations.filter(
    ({ start }) => !flags.some((flag) => flag.signal === "scare_quote" && flag.start === start),
  );
  return (
    <div className="mt-4 max-w-[80ch]" data-testid="tried">
      <p className="font-serif text-article-small break-words whitespace-pre-wrap">
        {paint(text, flags, signals)}
      </p>
      {flags.length === 0 && <p className="mt-2 text-small text-ink2">Nothing is flagged in it.</p>}
      <ul className="mt-3 text-small">
        {flags.map((flag) => (
          <FlagLine
            key={`${flag.signal} ${flag.start} ${flag.label}`}
            flag={flag}
            quotation={quotations.find(({ start }) => start === flag.start)}
            tried={tried}
            signals={signals}
          />
        ))}
        {plain.map((quotation) => (
          <li key={quotation.start} className="border-b border-rule py-2">
            “{quotation.text}”: a quotation, not flagged. {readingsOf(quotation)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function paint(text: string, flags: readonly Flag[], signals: readonly SignalWords[]) {
  const spans = flags.map((flag) => ({ ...withMarks(text, flag), flag }));
  return cutPieces(text.length, spans).map(({ start, end, spans: over }) => {
    const words = text.slice(start, end);
    const inner = over.at(-1)?.flag;
    const signal = signals.find(({ id }) => id === inner?.signal);
    if (!inner || !signal) return words;
    const tint = inner.voice === "outlet" && isCounted(signal, inner.label) ? "mark-tint" : "";
    return (
      <mark
        key={start}
        className={`mark bg-transparent text-inherit ${markClass(signal.id)} ${tint}`}
      >
        {words}
      </mark>
    );
  });
}

interface FlagLineProps {
  flag: Flag;
  quotation: Quotation | undefined;
  tried: TriedText;
  signals: readonly SignalWords[];
}

function FlagLine({ flag, quotation, tried, signals }: FlagLineProps) {
  const signal = signals.find(({ id }) => id === flag.signal);
  if (!signal) return null;
  return (
    <li className="border-b border-rule py-2">
      <strong>{flag.text}</strong>: {kindOf(flag, signal)}, {VOICE_OF_FLAG[flag.voice]}
      {flag.term && `, entry “${flag.term}”`}
      {flag.subject && `, about ${flag.subject}`}.{" "}
      {flag.signal === "scare_quote" && quotation && readingsOf(quotation)}
      <ul className="mt-1 pl-4 text-ink2">
        {flag.evidence.map(({ rule, weight }) => (
          <li key={rule}>
            {tried.rules[rule] ?? rule}
            {flag.score !== null && `: ${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)}`}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** "hedge, modal": the signal and the label, once where they are called the same. */
function kindOf({ label }: Flag, signal: SignalWords): string {
  const title = labelTitle(signal, label).toLowerCase();
  return title === signal.singular ? title : `${signal.singular}, ${title}`;
}

/** "Partial 0.83, scare quote 0.12." */
function readingsOf({ probabilities }: Quotation): string {
  const readings = Object.entries(probabilities).sort((a, b) => b[1] - a[1]) as [
    keyof typeof QUOTATION_WORDS,
    number,
  ][];
  const words = readings
    .slice(0, 3)
    .map(
      ([name, probability]) => `${QUOTATION_WORDS[name].toLowerCase()} ${probability.toFixed(2)}`,
    )
    .join(", ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
