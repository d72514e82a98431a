import type { ComparedOutlet, SignalComparison } from "../../../lib/queries/comparison.ts";
import { ListLink } from "../../components/list-view.tsx";
import { signalTitle } from "../../view-words.ts";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import { AxisLabels, sharedTicks } from "./dot-line.tsx";
import { compareLink } from "./links.ts";
import { OutletCells, RatioCells } from "./outlet-cells.tsx";

/** An outlet's row of a signal. */
export interface Row {
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
