import Link from "next/link";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { type FlaggedSentence, listSentences } from "../../../lib/queries/sentences.ts";
import { MarkedSentence } from "../../components/marked-sentence.tsx";
import { countOf, formatDayShort } from "../../format.ts";
import { OutletMark } from "../explore/shape.tsx";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import { linesLink } from "./links.ts";

interface SentencesBehindProps {
  corpus: CorpusDatabase;
  page: CompareView;
}

/** Of each outlet some of the sentences that the chosen signal was counted from, and the way to all of them. */
export async function SentencesBehind({ corpus, page }: SentencesBehindProps) {
  const { outlets, resolved, shown } = page;
  const period = { start: resolved.from ?? "", end: resolved.to ?? "" };
  const lists = await Promise.all(
    outlets.map(async (outlet) => {
      const query = { outlet: outlet.slug, period, signal: shown.id, sort: "score" as const };
      const found = await listSentences(corpus, resolved, { ...query, cursor: null });
      return { outlet, ...found };
    }),
  );
  const each = outlets.length === 2 ? 3 : 2;
  return (
    <section aria-labelledby="behind-title" data-testid="behind">
      <h2 id="behind-title" className="font-serif text-section">
        Counted from
      </h2>
      <div className="mt-2 grid gap-x-7 gap-y-5 md:max-xl:grid-cols-2">
        {lists.map(({ outlet, sentences, total }) => (
          <OutletSentences
            key={outlet.slug}
            page={page}
            outlet={outlet}
            total={total}
            sentences={sentences.slice(0, each)}
          />
        ))}
      </div>
    </section>
  );
}

interface OutletSentencesProps {
  page: CompareView;
  outlet: ShownOutlet;
  sentences: FlaggedSentence[];
  total: number;
}

function OutletSentences({ page, outlet, sentences, total }: OutletSentencesProps) {
  const { shown, corpus } = page;
  const all = countOf(total, shown.singular, shown.title.toLowerCase());
  return (
    <div className={`slot-${outlet.slot} min-w-0`}>
      <h3 className="flex items-baseline gap-1.5 border-b border-ink pb-1">
        <span className="shrink-0">
          <OutletMark slot={outlet.slot} size={11} />
        </span>
        <span className="slot-text min-w-0 flex-1 truncate font-semibold" title={outlet.name}>
          {outlet.name}
        </span>
        {total > 0 ? (
          <a
            className="link text-small touch:py-2"
            href={linesLink(page, outlet, { signal: shown.id })}
          >
            {total > 1 && "All "}
            {all}
          </a>
        ) : (
          <span className="text-small text-ink3">none</span>
        )}
      </h3>
      <ol>
        {sentences.map((sentence) => (
          <Sentence
            key={`${sentence.articleId} ${sentence.anchor}`}
            sentence={sentence}
            signal={shown.id}
            corpus={corpus.slug}
          />
        ))}
      </ol>
    </div>
  );
}

interface SentenceProps {
  sentence: FlaggedSentence;
  signal: string;
  corpus: string;
}

function Sentence({ sentence, signal, corpus }: SentenceProps) {
  return (
    <li className="border-b border-rule py-2">
      <p className="font-serif text-sentence break-words" lang="">
        {sentence.cutBefore && "… "}
        <MarkedSentence text={sentence.text} flags={sentence.flags} signal={signal} />
        {sentence.cutAfter && " …"}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-small">
        <span className="text-ink3">{formatDayShort(sentence.publishedOn)}</span>
        <Link
          className="link min-w-0 break-words touch:py-2"
          prefetch={false}
          href={`/${corpus}/articles/${sentence.articleId}?flag=${sentence.anchor}`}
        >
          {sentence.headline || "Without a headline"}
        </Link>
      </p>
    </li>
  );
}
