import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import {
  getHeadlineAgainstBody,
  type HeadlineContrast,
} from "../../../lib/queries/headline-body.ts";
import { countOf, formatDecimal } from "../../format.ts";
import { type SignalWords, signalTitle, VOICE_IN_TITLE } from "../../view-words.ts";
import { OutletMark } from "../explore/shape.tsx";
import type { CompareView } from "./compare-data.ts";
import { SaidWords } from "./outlet-cells.tsx";
import { formatP, sayRatio } from "./ratio-words.ts";

/** Of each outlet and signal, whether headlines use it more often than the bodies under them. */
export async function HeadlineSection({
  corpus,
  page,
}: {
  corpus: CorpusDatabase;
  page: CompareView;
}) {
  const { signals, tests } = await getHeadlineAgainstBody(corpus, page.resolved);
  return (
    <>
      <p className="mt-1 text-small text-ink2">
        Rate in the headline against the body of the same article, {VOICE_IN_TITLE[page.view.voice]}
        ; paired, p adjusted over {countOf(tests, "ratio")} of this table (Benjamini-Hochberg). In
        brackets 95% CI.
      </p>
      <div className="mt-3" data-testid="headline-body">
        {signals.map(({ signal: id, label, outlets }) => {
          const signal = page.signals.find((each) => each.id === id) ?? page.shown;
          return (
            <section key={id} className="border-t border-rule py-2 first:border-ink">
              <h3 className="font-semibold">{signalTitle(signal, label)}</h3>
              <ul>
                {page.outlets.map((shown) => {
                  const own = outlets.find(({ outlet }) => outlet.slug === shown.slug);
                  return (
                    own && (
                      <li key={shown.slug} className={`slot-${shown.slot} mt-1 flex gap-2`}>
                        <span className="pt-1">
                          <OutletMark slot={shown.slot} size={11} />
                        </span>
                        <span className="min-w-0">
                          <span className="sr-only">{shown.name}: </span>
                          <SaidWords
                            said={sayRatio(own.verdict, own.ratio, whyNoRatio(own, signal))}
                          />
                          <span className="block text-label text-ink3">{countsOf(own)}</span>
                        </span>
                      </li>
                    )
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}

function whyNoRatio({ headline, body, articles }: HeadlineContrast, signal: SignalWords): string {
  if (headline.hits > 0 && body.hits > 0) return "the same in every article: no ratio";
  const part = headline.hits > 0 ? "bodies" : headline.hits < body.hits ? "headlines" : "articles";
  return `no ${signal.title.toLowerCase()} in ${articles} ${part}: no ratio`;
}

/** "1.9 in headlines, 8.1 in bodies, n = 50, p 0.02". */
function countsOf({ headline, body, articles, ratio }: HeadlineContrast): string {
  const rate = (value: number | null) => (value === null ? "–" : formatDecimal(value));
  const p = ratio ? `, p ${formatP(ratio.pAdjusted)}` : "";
  return `${rate(headline.rate)} in headlines, ${rate(body.rate)} in bodies, n = ${articles}${p}`;
}
