import type { ComparedOutlet } from "../../../lib/queries/comparison.ts";
import type { Measure } from "../../../lib/queries/metrics-types.ts";
import { countOf, formatCount } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";
import { readingOf } from "../explore/figure-data.ts";
import { intervalWords, spokenReading, valueWords } from "../explore/reading-words.ts";
import { OutletMark } from "../explore/shape.tsx";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import type { Row } from "./comparison-table.tsx";
import { DotLine } from "./dot-line.tsx";
import { linesLink } from "./links.ts";
import { formatP, formatRatio, type Said, sayComparison } from "./ratio-words.ts";

interface OutletCellsProps {
  page: CompareView;
  row: Row;
  signal: SignalWords;
  ticks: readonly number[];
  index: number;
}

/** Plot, name and numbers of an outlet. `order` counts in a narrow page alone, where a signal is a block. */
export function OutletCells({ page, row: { shown, own }, signal, ticks, index }: OutletCellsProps) {
  const { measure } = own;
  const reading = readingOf(measure, "rate");
  const spoken = spokenReading(reading, "rate", "per 1,000 words");
  const order = 10 + 10 * index;
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
      <NumberCells {...{ page, shown, measure, signal }} order={order + 1} />
    </>
  );
}

interface NumberCellsProps {
  page: CompareView;
  shown: ShownOutlet;
  measure: Measure;
  signal: SignalWords;
  order: number;
}

/** Rate with its interval, hits with the way to their lines, articles: never further apart than the row. */
function NumberCells({ page, shown, measure, signal, order }: NumberCellsProps) {
  const reading = readingOf(measure, "rate");
  const hits = countOf(measure.hits, signal.singular, signal.title.toLowerCase());
  return (
    <>
      <td
        className="px-2 text-right whitespace-nowrap max-lg:pl-0 max-lg:text-left"
        style={{ order }}
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
        style={{ order: order + 1 }}
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
        style={{ order: order + 1 }}
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

export function RatioCells({ row: { said, rowSpan }, base, signal, order }: RatioCellsProps) {
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
