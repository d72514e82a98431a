import Link from "next/link";
import type { CorpusFigures } from "../../../lib/documents/corpus-figures.ts";
import { countOf, formatCodebook, formatCount, formatDecimal, formatRange } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";
import { ScrollBox } from "./scroll-box.tsx";

interface CorpusSectionProps {
  corpus: { slug: string; title: string };
  figures: CorpusFigures;
  signals: SignalWords[];
  /** Where the accuracy figures are of another codebook or engine. */
  stale: string | null;
}

/** What this page's rules give in the corpus that is open. */
export function CorpusSection({ corpus, figures, signals, stale }: CorpusSectionProps) {
  return (
    <section aria-labelledby="this-corpus" data-testid="this-corpus">
      <h2 id="this-corpus">This corpus</h2>
      <Facts title={corpus.title} figures={figures} />
      {figures.pendingArticles > 0 && (
        <p role="status" className="question">
          {countOf(figures.pendingArticles, "article")} still await analysis under codebook{" "}
          {formatCodebook(figures.codebook)}. Rates will move.
        </p>
      )}
      {stale && (
        <p className="question">
          The <a href="#accuracy">accuracy figures</a> are not of this codebook or engine. {stale}
        </p>
      )}
      {figures.signals.length > 0 && (
        <>
          <RateTable corpus={corpus.slug} figures={figures} signals={signals} />
          <p>
            All outlets and days together, in the outlet’s own voice, headline, teaser and body, by
            the formulas of <a href="#7-statistics">section 7</a>.
          </p>
        </>
      )}
    </section>
  );
}

function Facts({ title, figures }: { title: string; figures: CorpusFigures }) {
  const { articles, outlets, from, to, codebook, engineVersion } = figures;
  const facts: [string, string][] = [
    ["Corpus", title],
    ["Articles counted", formatCount(articles)],
    ["Not in English, in no rate", formatCount(figures.otherLanguages)],
    ["Outlets with articles", formatCount(outlets)],
    ["Days", from && to ? formatRange(from, to) : "no articles yet"],
    ["Awaiting analysis", formatCount(figures.pendingArticles)],
    ["Engine", engineVersion],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>Codebook</dt>
        <dd>
          {formatCodebook(codebook)} <code className="text-ink3">{codebook}</code>
        </dd>
      </div>
    </dl>
  );
}

function RateTable({
  corpus,
  figures,
  signals,
}: {
  corpus: string;
  figures: CorpusFigures;
  signals: SignalWords[];
}) {
  const titleOf = (id: string) => signals.find((signal) => signal.id === id)?.title ?? id;
  return (
    <ScrollBox label="Rates of this corpus">
      <table>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col" className="numeric">
              Hits
            </th>
            <th scope="col" className="numeric">
              Words
            </th>
            <th scope="col" className="numeric">
              Articles
            </th>
            <th scope="col" className="numeric">
              Per 1,000 words, 95% CI
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.signals.map(({ signal, measure }) => (
            <tr key={signal}>
              <th scope="row">
                <Link className="link" href={`/${corpus}/explore?signal=${signal}`}>
                  {titleOf(signal)}
                </Link>
              </th>
              <td className="numeric">{formatCount(measure.hits)}</td>
              <td className="numeric">{formatCount(measure.words)}</td>
              <td className="numeric">{formatCount(measure.articles)}</td>
              <td className="numeric">
                {measure.rate === null ? "no words" : formatDecimal(measure.rate)}
                {measure.rateLow !== null && measure.rateHigh !== null && (
                  <span className="ml-2 text-ink3">
                    {formatDecimal(measure.rateLow)} to {formatDecimal(measure.rateHigh)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
