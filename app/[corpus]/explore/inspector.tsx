import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import type { Measure, Period } from "../../../lib/queries/metrics-types.ts";
import { listSentences } from "../../../lib/queries/sentences.ts";
import { countOf, formatPercent, formatPeriod } from "../../format.ts";
import { gapSentence, type SignalWords, unitAfter } from "../../view-words.ts";
import type { ExplorePage } from "./explore-data.ts";
import { readingOf } from "./figure-data.ts";
import { InspectorFrame } from "./inspector-frame.tsx";
import { intervalWords, valueWords } from "./reading-words.ts";
import { SentenceList } from "./sentence-list.tsx";

interface InspectorProps {
  corpus: CorpusDatabase;
  page: ExplorePage;
}

/** What stands behind the chosen point: its numbers and the sentences they were counted from. */
export async function Inspector({ corpus, page }: InspectorProps) {
  const { input, resolved, series, sort } = page;
  const { at, signal } = input;
  if (!at) return null;
  const chosen = series.find(({ outlet }) => outlet.slug === at.slug);
  const measure = chosen?.points[at.index];
  const period = resolved.periods[at.index];
  if (!chosen || !measure || !period) return null;
  const title = `${chosen.outlet.name}, ${formatPeriod(period, resolved.granularity)}`;
  const query = { outlet: at.slug, period, signal: signal.id, sort, cursor: null };
  const found = measure.hits > 0 ? await listSentences(corpus, resolved, query) : null;
  return (
    <InspectorFrame title={title} hits={measure.hits}>
      {measure.status === "no_articles" ? (
        <p className="text-ink2">{gapSentence(chosen.outlet.name, period, resolved.granularity)}</p>
      ) : (
        <Numbers measure={measure} period={period} page={page} />
      )}
      {found && (
        <SentenceList
          // A new point or order starts a new list.
          key={`${at.slug} ${period.start} ${signal.id} ${sort}`}
          first={found.sentences}
          next={found.next}
          total={found.total}
          sort={sort}
          period={period}
        />
      )}
      {measure.status !== "no_articles" && !found && (
        <p className="mt-3 border-t border-ink pt-3 text-ink2">
          No {signal.title.toLowerCase()} in {countOf(measure.articles, "article")}.
        </p>
      )}
    </InspectorFrame>
  );
}

function Numbers({
  measure,
  period,
  page,
}: {
  measure: Measure;
  period: Period;
  page: ExplorePage;
}) {
  const { input, resolved } = page;
  const reading = readingOf(measure, input.figure.unit);
  const interval = intervalWords(reading, input.figure.unit);
  return (
    <>
      <p className="flex items-end gap-3">
        <span className="font-serif text-number" data-testid="inspector-value">
          {valueWords(reading, input.figure.unit)}
        </span>
        <span className="pb-1 text-small text-ink2">
          {unitAfter(input.figure.unit, input.signal, reading.value)}
          {interval && (
            <>
              <br />
              95% CI {interval}
            </>
          )}
        </span>
      </p>
      <p className="mt-2 text-small text-ink2">{countsSentence(measure, input.signal)}</p>
      {measure.status === "thin" && (
        <p className="mt-2 text-small text-ink2">
          {countOf(measure.articles, "article")} in {formatPeriod(period, resolved.granularity)}:
          too few to compare. Read them, or choose longer periods.
        </p>
      )}
    </>
  );
}

/** "207 scare quotes in 61 articles, 40,430 words. At least one in 49 of 61 articles (80%; 95% CI 69 to 88)." */
function countsSentence(measure: Measure, signal: SignalWords): string {
  const { hits, articles, words, articlesWithHit, share, shareLow, shareHigh } = measure;
  const counts = `${countOf(hits, signal.singular, signal.title.toLowerCase())} in ${countOf(articles, "article")}, ${countOf(words, "word")}.`;
  if (share === null) return counts;
  const interval =
    shareLow === null || shareHigh === null
      ? ""
      : `; 95% CI ${formatPercent(shareLow)} to ${formatPercent(shareHigh)}`;
  return `${counts} At least one in ${articlesWithHit} of ${countOf(articles, "article")} (${formatPercent(share)}%${interval}).`;
}
