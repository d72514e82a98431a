import type { KnownSignal } from "../../../lib/codebook/live-signals.ts";
import { accuracyOf } from "../../../lib/documents/accuracy.ts";
import { MarkedSentence } from "../../components/marked-sentence.tsx";
import { accuracySentences, type Live } from "./accuracy-words.ts";
import { ScrollBox } from "./scroll-box.tsx";

/** Every signal of the live codebook: definition, labels, limits, accuracy, examples that flag and that don't. */
export function SignalsSection({ signals, live }: { signals: readonly KnownSignal[]; live: Live }) {
  return (
    <section aria-labelledby="signals">
      <h2 id="signals">A Signals</h2>
      <p>As the program that runs here defines them. The examples are tests of the detectors.</p>
      {signals.map((signal) => (
        <SignalEntry key={signal.id} signal={signal} live={live} />
      ))}
    </section>
  );
}

export const signalHeadings = (signals: readonly KnownSignal[]) =>
  signals.map(({ id, title }) => ({ id: `signal-${id}`, text: title }));

function SignalEntry({ signal, live }: { signal: KnownSignal; live: Live }) {
  const { id, title, definition, limits, references } = signal;
  return (
    <section aria-labelledby={`signal-${id}`}>
      <h3 id={`signal-${id}`}>{title}</h3>
      <p>{definition}</p>
      <LabelTable signal={signal} />
      <p>
        <strong>Limits.</strong> {limits}
      </p>
      <p>
        <strong>How often it is right.</strong> {accuracySentences(accuracyOf(id), live)} It has not
        been checked on this corpus.
      </p>
      <Examples signal={signal} />
      {references.length > 0 && (
        <details>
          <summary>References</summary>
          <ul>
            {references.map((reference) => (
              <li key={reference}>{reference}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function LabelTable({ signal: { title, labels, defaultLabel } }: { signal: KnownSignal }) {
  return (
    <ScrollBox label={`Labels of ${title}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">What it holds</th>
            <th scope="col">Counted</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label.id}>
              <td>
                <code>{label.id}</code>
              </td>
              <td>{label.definition}</td>
              <td>{["all", label.id].includes(defaultLabel) ? "yes" : "when asked for"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Examples({ signal: { id, examples } }: { signal: KnownSignal }) {
  const groups = [
    { title: "Flagged", examples: examples.filter(({ flags }) => flags.length > 0) },
    { title: "Not flagged", examples: examples.filter(({ flags }) => flags.length === 0) },
  ].filter((group) => group.examples.length > 0);
  return (
    <div className="examples">
      {groups.map((group) => (
        <div key={group.title}>
          <h4>{group.title}</h4>
          <ul>
            {group.examples.map(({ text, flags }) => (
              <li key={text}>
                <MarkedSentence text={text} flags={spansOf(text, flags)} signal={id} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Where the flagged words stand: each is looked for after the one before. */
function spansOf(text: string, flags: readonly string[]) {
  let from = 0;
  return flags.flatMap((words) => {
    const start = text.indexOf(words, from);
    if (start < 0) return [];
    from = start + words.length;
    return [{ start, end: from, voice: "outlet" }];
  });
}
