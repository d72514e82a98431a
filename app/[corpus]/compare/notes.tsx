import Link from "next/link";
import { countOf, formatCodebook, formatCount, formatDecimal } from "../../format.ts";
import type { CompareView } from "./compare-data.ts";

/** Under the figure: what its numbers are, how they may err, what they don't say, and where they come from. */
export function Notes({ page }: { page: CompareView }) {
  const { resolved, corpus } = page;
  return (
    <div className="mt-3 text-small text-ink2">
      <div className="grid gap-x-7 gap-y-2 lg:grid-cols-3">
        <p>
          Intervals cover chance in which articles appeared, the article as the unit. Hollow points:
          too few articles to compare. A difference is one of wording in what each outlet published
          here, not of truth, intent or politics. It may lie in what they cover, in their share of
          opinion pieces, or in house style.
        </p>
        <p>
          The detectors err, and not equally for every outlet and genre. How often they are right on
          this corpus is not known, so a difference may partly be theirs; what was measured on other
          texts stands in{" "}
          <Link className="link" href={`/${corpus.slug}/methods`}>
            Methods
          </Link>
          .
        </p>
        <PerQuotations page={page} />
      </div>
      {resolved.pendingArticles > 0 && (
        <p role="status" className="mt-2 text-question">
          {formatCount(resolved.pendingArticles)} articles still await analysis under codebook{" "}
          {formatCodebook(resolved.codebook)}. Rates will move.
        </p>
      )}
      <p className="mt-2 text-label text-ink3">
        Corpus “{corpus.title}”. Codebook {formatCodebook(resolved.codebook)}, engine{" "}
        {resolved.engineVersion}.
      </p>
    </div>
  );
}

/** Scare quotes among all quotations: a rate that doesn't follow how much an outlet quotes. */
function PerQuotations({ page }: { page: CompareView }) {
  const scare = page.comparison.signals.find(({ signal }) => signal === "scare_quote");
  const quoted = page.outlets.flatMap(({ slug }) => {
    const own = scare?.outlets.find(({ outlet }) => outlet.slug === slug);
    return own && own.per100Quotations !== null ? [own] : [];
  });
  if (quoted.length === 0) return null;
  const words = quoted.map(
    ({ outlet, per100Quotations, measure }) =>
      `${outlet.name} ${formatDecimal(per100Quotations ?? 0)} (${countOf(measure.quotations, "quotation")})`,
  );
  return <p>Scare quotes per 100 quotations, however much an outlet quotes: {words.join(", ")}.</p>;
}
