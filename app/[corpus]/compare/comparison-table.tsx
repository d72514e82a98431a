import type { ComparedOutlet, SignalComparison } from "../../../lib/queries/comparison.ts";
import { ListLink } from "../../components/list-view.tsx";
import { countOf, formatCount } from "../../format.ts";
import { type SignalWords, signalTitle } from "../../view-words.ts";
import { readingOf } from "../explore/figure-data.ts";
import { intervalWords, spokenReading, valueWords } from "../explore/reading-words.ts";
import { OutletMark } from "../explore/shape.tsx";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import { AxisLabels, DotLine, sharedTicks } from "./dot-line.tsx";
import { compareLink, linesLink } from "./links.ts";
import { formatP, formatRatio, type Said, sayComparison } from "./ratio-words.ts";

/** An outlet's row of a signal. */
interface Row {
  shown: ShownOutlet;
  own: ComparedOutlet;
  /** The outlet whose ratio this row tells: of two outlets, one ratio stands beside both rows. */
  said: ComparedOutlet | null;
  rowSpan: number;
}

/** Signal by signal: each outlet's rate on one axis, its numbers, and what its ratio to the reference allows to be said. */
export function ComparisonTable({ page }: { page: CompareView }) {
  const { comparison, outlets, reference } = page;
  const measures = comparison.signals.flatMap((one) => one.outlets.map(({ measure }) => measure));
  const ticks = sharedTicks(measures);
  const compared = outlets.find(({ slug }) => slug !== reference.slug);
  const against =
    outlets.length === 2
      ? `${compared?.letter} against ${reference.letter}`
      : `Against ${reference.letter}`;
  return (
    <table className="compare-table mt-4 w-full" data-testid="comparison">
      <caption className="sr-only">
        Rates per 1,000 words by signal and outlet, and ratios to {reference.name}
      </caption>
      <thead>
        <tr className="border-b border-ink text-label text-ink2">
          <Head className="text-left">Signal</Head>
          <Head className="text-left">Rate and 95% interval, one axis</Head>
          <Head className="text-left">Outlet</Head>
          <Head>Rate, 95% CI</Head>
          <Head>Hits</Head>
          <Head>n</Head>
          <Head className="text-left">{`${against}, 95% CI`}</Head>
          <Head>Ratio</Head>
          <Head>p, adj.</Head>
        </tr>
      </thead>
      {comparison.signals.map((one) => (
        <SignalRows key={one.signal} page={page} one={one} ticks={ticks} />
      ))}
      <tfoot>
        <tr>
          <td className="max-lg:hidden" />
          <td className="compare-plot">
            <AxisLabels ticks={ticks} />
          </td>
          <td colSpan={7} className="max-lg:hidden" />
        </tr>
      </tfoot>
    </table>
  );
}

const Head = ({ children, className = "text-right" }: { children: string; className?: string }) => (
  <th
    scope="col"
    className={`px-2 py-2 font-normal whitespace-nowrap first:pl-0 last:pr-0 ${className}`}
  >
    {children}
  </th>
);

function rowsOf({ outlets, reference }: CompareView, one: SignalComparison): Row[] {
  const found = new Map(one.outlets.map((each) => [each.outlet.slug, each]));
  const rows = outlets.flatMap((shown): Row[] => {
    const own = found.get(shown.slug);
    return own
      ? [{ shown, own, said: shown.slug === reference.slug ? null : own, rowSpan: 1 }]
      : [];
  });
  if (rows.length !== 2) return rows;
  const said = rows.find((row) => row.said)?.said ?? null;
  return rows.map((row, i) => ({ ...row, said, rowSpan: i === 0 ? 2 : 0 }));
}

interface SignalRowsProps {
  page: CompareView;
  one: SignalComparison;
  ticks: readonly number[];
}

function SignalRows({ page, one, ticks }: SignalRowsProps) {
  const rows = rowsOf(page, one);
  const signal = page.signals.find(({ id }) => id === one.signal) ?? page.shown;
  const base = one.outlets.find(({ outlet }) => outlet.slug === page.reference.slug);
  const chosen = signal.id === page.shown.id;
  const show = one.signal === page.view.signals[0] ? null : one.signal;
  return (
    <tbody className="border-b border-rule" data-signal={one.signal}>
      {rows.map((row, i) => (
        <tr key={row.shown.slug}>
          {i === 0 && (
            <th
              scope="rowgroup"
              rowSpan={rows.length}
              className={`compare-signal text-left align-middle font-normal ${chosen ? "bg-inset pl-3 shadow-[inset_3px_0_0_var(--ink)]" : ""}`}
            >
              <ListLink
                href={`${compareLink(page, { show })}#over-time`}
                current={chosen}
                className="flex min-h-8 items-center font-semibold underline decoration-edge underline-offset-3 touch:min-h-11 hover:decoration-ink"
              >
                {signalTitle(signal, one.label)}
              </ListLink>
            </th>
          )}
          <OutletCells page={page} row={row} signal={signal} ticks={ticks} index={i} />
          {row.rowSpan > 0 && base && (
            <RatioCells
              row={row}
              base={base}
              signal={signal}
              order={rows.length === 2 ? 2 : 13 + 10 * i}
            />
          )}
        </tr>
      ))}
    </tbody>
  );
}

interface OutletCellsProps {
  page: CompareView;
  row: Row;
  signal: SignalWords;
  ticks: readonly number[];
  index: number;
}

/** Plot, name and numbers of an outlet. `order` counts in a narrow page alone, where a signal is a block. */
function OutletCells({ page, row: { shown, own }, signal, ticks, index }: OutletCellsProps) {
  const { measure } = own;
  const reading = readingOf(measure, "rate");
  const spoken = spokenReading(reading, "rate", "per 1,000 words");
  const order = 10 + 10 * index;
  const hits = countOf(measure.hits, signal.singular, signal.title.toLowerCase());
  return (
    <>
      <td className="compare-plot" style={{ order: 1 }}>
        <DotLine
          measure={measure}
          slot={shown.slot}
          ticks={ticks}
          label={`${signal.title}, ${shown.name}: ${spoken}`}
        />
      </td>
      <td className={`compare-outlet slot-${shown.slot}`} style={{ order }}>
        <span className="slot-text flex items-center gap-1.5 font-semibold">
          <span className="shrink-0">
            <OutletMark slot={shown.slot} size={11} />
          </span>
          <span className="min-w-0 truncate" title={shown.name}>
            {shown.name}
          </span>
        </span>
      </td>
      <td
        className="px-2 text-right whitespace-nowrap max-lg:pl-0 max-lg:text-left"
        style={{ order: order + 1 }}
        data-cell="rate"
      >
        {measure.status === "no_articles" ? (
          <span className="text-ink3">no articles</span>
        ) : (
          <>
            <span className={measure.status === "thin" ? "text-ink2" : "font-semibold"}>
              {valueWords(reading, "rate")}
            </span>{" "}
            <span className="text-small text-ink3">{intervalWords(reading, "rate")}</span>
          </>
        )}
      </td>
      <td
        className="px-2 text-right whitespace-nowrap text-small"
        style={{ order: order + 2 }}
        data-cell="hits"
      >
        {measure.hits > 0 ? (
          <a
            className="link touch:py-3"
            href={linesLink(page, shown, { signal: signal.id })}
            aria-label={`${hits} of ${shown.name}: read the lines`}
          >
            {formatCount(measure.hits)}
          </a>
        ) : (
          "0"
        )}
        <span className="lg:hidden"> {measure.hits === 1 ? "hit" : "hits"}</span>
      </td>
      <td
        className="px-2 text-right whitespace-nowrap text-small text-ink2"
        style={{ order: order + 2 }}
        data-cell="articles"
      >
        <span className="lg:hidden">n = </span>
        {formatCount(measure.articles)}
        {measure.status === "thin" && <span className="text-ink3"> thin</span>}
      </td>
    </>
  );
}

interface RatioCellsProps {
  row: Row;
  base: ComparedOutlet;
  signal: SignalWords;
  order: number;
}

function RatioCells({ row: { said, rowSpan }, base, signal, order }: RatioCellsProps) {
  const style = { order };
  const span = rowSpan > 1 ? { rowSpan } : {};
  if (!said)
    return (
      <td colSpan={3} className="compare-said px-2 text-small text-ink3 max-lg:px-0" style={style}>
        the reference
      </td>
    );
  const { ratio } = said;
  const number = `px-2 text-right text-small whitespace-nowrap ${ratio ? "" : "max-lg:hidden"}`;
  return (
    <>
      <td {...span} className="compare-said px-2 max-lg:px-0" style={style} data-cell="words">
        <span className="block text-label wrap-anywhere text-ink3 lg:hidden">
          {rowSpan > 1 ? `${said.outlet.name} against` : "Against"} {base.outlet.name}
        </span>
        <SaidWords said={sayComparison(said, base, signal)} />
      </td>
      <td
        {...span}
        className={`${number} max-lg:pl-0 max-lg:text-left`}
        style={style}
        data-cell="ratio"
      >
        <span className="lg:hidden">ratio </span>
        {ratio ? formatRatio(ratio.ratio) : "–"}
      </td>
      <td {...span} className={`${number} lg:pr-0 max-lg:col-span-2`} style={style} data-cell="p">
        <span className="lg:hidden">p, adjusted </span>
        {ratio ? formatP(ratio.pAdjusted) : "–"}
      </td>
    </>
  );
}

/** "Twice as often (1.6 to 2.5)": bold where a difference is stated. */
export function SaidWords({ said: { words, interval, differs } }: { said: Said }) {
  return (
    <span className="inline-block wrap-anywhere first-letter:uppercase">
      <span className={differs ? "font-semibold" : "text-ink2"}>{words}</span>
      {interval && <span className="text-small whitespace-nowrap text-ink3"> ({interval})</span>}
    </span>
  );
}
