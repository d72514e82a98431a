import { Download } from "lucide-react";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import type { ComparedTerm } from "../../../lib/terms/compare-counts.ts";
import {
  type ComparedSide,
  compareTerms,
  type TermComparison,
} from "../../../lib/terms/compare-terms.ts";
import { selectionOf } from "../../../lib/terms/selection.ts";
import { ListLink } from "../../components/list-view.tsx";
import { countOf, formatCount, formatDecimal } from "../../format.ts";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import { compareLink, linesLink, termsFile } from "./links.ts";
import { formatP } from "./ratio-words.ts";

/** Terms shown of an outlet; the file has all. */
const SHOWN = 12;
const SHOWN_ONLY = 8;

/** The two outlets whose terms are compared: A and B; from three outlets the first that is not the reference, and the reference. */
export function termsPair({ outlets, reference }: CompareView): [ShownOutlet, ShownOutlet] {
  const [a, b] = outlets;
  const first = outlets.find(({ slug }) => slug !== reference.slug) ?? reference;
  return outlets.length === 2 && a && b ? [a, b] : [first, reference];
}

/** Before anybody asked: what it will read, and the way to ask. */
export function TermsOffer({ page }: { page: CompareView }) {
  const pair = termsPair(page);
  return (
    <>
      <p className="mt-1 max-w-[66ch] text-small text-ink2">
        Every word of {countOf(articlesToRead(page, pair), "article")} of {pair[0].name} and{" "}
        {pair[1].name} is counted when asked; that takes some seconds.
      </p>
      <p className="mt-3">
        <ListLink href={`${compareLink(page, { terms: "1" })}#terms-apart`} className="control">
          Compare their words
        </ListLink>
      </p>
    </>
  );
}

/** Articles of the two in the view; a side reads 5,000 at most. */
export function articlesToRead({ comparison }: CompareView, pair: readonly ShownOutlet[]): number {
  const measures = comparison.signals[0]?.outlets ?? [];
  return pair.reduce((sum, { slug }) => {
    const own = measures.find(({ outlet }) => outlet.slug === slug);
    return sum + Math.min(5000, own?.measure.articles ?? 0);
  }, 0);
}

/** The terms that tell two outlets apart, each with the way to its lines. */
export async function TermsApart({ corpus, page }: { corpus: CorpusDatabase; page: CompareView }) {
  const [first, second] = termsPair(page);
  const a = selectionOf(page.resolved, [first.id]);
  const b = selectionOf(page.resolved, [second.id]);
  if (!a || !b) return null;
  const found = await compareTerms(corpus, { a, b });
  const more = found.apart.filter(({ logRatio }) => logRatio > 0).slice(0, SHOWN);
  const less = found.apart
    .filter(({ logRatio }) => logRatio < 0)
    .reverse()
    .slice(0, SHOWN);
  const longest = Math.max(1, ...[...more, ...less].map(({ logRatio }) => Math.abs(logRatio)));
  const sides = [
    { outlet: first, side: "a", terms: more, only: found.only.a },
    { outlet: second, side: "b", terms: less, only: found.only.b },
  ] as const;
  return (
    <>
      <p className="mt-1 max-w-[84ch] text-small text-ink2">{termsNote(found, first, second)}</p>
      <div className="mt-3 grid gap-x-7 gap-y-5 md:grid-cols-2">
        {sides.map(({ outlet, side, terms, only }) => (
          <div key={side} className={`slot-${outlet.slot} min-w-0`} data-side={side}>
            <TermsTable {...{ page, outlet, side, terms, longest, thin: found.thin }} />
            <OnlyHere page={page} outlet={outlet} side={side} terms={only.slice(0, SHOWN_ONLY)} />
          </div>
        ))}
      </div>
      <p className="mt-3">
        <a className="control" download href={termsFile(page, [first.slug, second.slug])}>
          <Download size={14} aria-hidden="true" />
          Terms CSV
        </a>
      </p>
    </>
  );
}

function termsNote(found: TermComparison, first: ShownOutlet, second: ShownOutlet): string {
  const side = (outlet: ShownOutlet, { articles, total }: ComparedSide) =>
    `${countOf(articles, "article")} of ${outlet.name}${total > articles ? ` (the lowest ids of ${formatCount(total)}, a fixed random sample)` : ""}`;
  const read = `Read: ${side(first, found.a)}, ${side(second, found.b)}.`;
  const tested = `Terms whose rates differ at an adjusted p of .05, articles as clusters; p adjusted over ${countOf(found.tests, "term")} that both use (Benjamini-Hochberg).`;
  return `${read} ${found.thin ? "" : tested} Log ratio: 1 is twice as often. DP: 0 evenly spread over the outlet’s articles, near 1 in a single one.`;
}

interface TermsTableProps {
  page: CompareView;
  outlet: ShownOutlet;
  side: "a" | "b";
  terms: readonly ComparedTerm[];
  longest: number;
  thin: boolean;
}

function TermsTable({ page, outlet, side, terms, longest, thin }: TermsTableProps) {
  if (terms.length === 0)
    return (
      <p className="border-t border-ink pt-2 text-small text-ink2">
        <span className="slot-text font-semibold">More in {outlet.name}:</span>{" "}
        {thin ? "too few articles to compare." : "no term clearly differs."}
      </p>
    );
  return (
    <table className="w-full text-small" data-testid={`terms-${side}`}>
      <caption className="slot-text pb-1 text-left font-semibold wrap-anywhere">
        More in {outlet.name}
      </caption>
      <thead>
        <tr className="border-b border-ink text-label text-ink2">
          <th scope="col" className="py-1 text-left font-normal" colSpan={2}>
            Term
          </th>
          {["log ratio", "G2", "DP", "p, adj."].map((words) => (
            <th key={words} scope="col" className="pl-2 text-right font-normal whitespace-nowrap">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <TermRow key={term.term} {...{ page, outlet, side, term, longest }} />
        ))}
      </tbody>
    </table>
  );
}

type TermRowProps = Pick<TermsTableProps, "page" | "outlet" | "side" | "longest"> & {
  term: ComparedTerm;
};

function TermRow({ page, outlet, side, term, longest }: TermRowProps) {
  return (
    <tr className="h-[33px] border-b border-rule">
      <th scope="row" className="max-w-[160px] text-left font-normal">
        <a
          className="link font-serif text-sentence break-words touch:py-2"
          href={linesLink(page, outlet, { find: term.term })}
          aria-label={`${term.term}: ${countOf(term[side].count, "line")} of ${outlet.name}`}
        >
          {term.term}
        </a>
      </th>
      <td className="w-[22%] pl-2" aria-hidden="true">
        <svg width="100%" height={12} className="block" aria-hidden="true">
          <rect
            width={`${(100 * Math.abs(term.logRatio)) / longest}%`}
            height={12}
            fill="var(--line)"
            fillOpacity={0.75}
          />
        </svg>
      </td>
      <td className="pl-2 text-right font-semibold">{formatDecimal(Math.abs(term.logRatio))}</td>
      <td className="pl-2 text-right text-ink2">{formatDecimal(term.logLikelihood)}</td>
      <td className="pl-2 text-right text-ink2">
        {term[side].dp === null ? "–" : formatDecimal(term[side].dp)}
      </td>
      <td className="pl-2 text-right text-ink2">
        {term.ratio ? formatP(term.ratio.pAdjusted) : "–"}
      </td>
    </tr>
  );
}

interface OnlyHereProps {
  page: CompareView;
  outlet: ShownOutlet;
  side: "a" | "b";
  terms: readonly ComparedTerm[];
}

/** Words that the other outlet never uses: no ratio, so no p. */
function OnlyHere({ page, outlet, side, terms }: OnlyHereProps) {
  if (terms.length === 0) return null;
  return (
    <p className="mt-3 text-small text-ink2">
      Here alone, in most articles first:{" "}
      {terms.map((term, i) => (
        <span key={term.term}>
          {i > 0 && ", "}
          <a
            className="link font-serif touch:py-2"
            href={linesLink(page, outlet, { find: term.term })}
          >
            {term.term}
          </a>{" "}
          {term[side].articles}
        </span>
      ))}
      . No ratio can be drawn of these.
    </p>
  );
}
