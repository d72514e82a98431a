import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import {
  type AttributionVerbs,
  getAttributionVerbs,
  type SourceVerbs,
} from "../../../lib/queries/attribution-verbs.ts";
import { formatCount, formatPercent } from "../../format.ts";
import { OutletMark } from "../explore/shape.tsx";
import type { CompareView, ShownOutlet } from "./compare-data.ts";
import { linesLink } from "./links.ts";

/** Attributions by the stance of their verb, and the sources named most often with the verbs they get. */
export async function VerbsSection({
  corpus,
  page,
}: {
  corpus: CorpusDatabase;
  page: CompareView;
}) {
  const found = await getAttributionVerbs(corpus, page.resolved);
  if (found.outlets.every(({ attributions }) => attributions === 0))
    return <p className="mt-1 text-small text-ink2">No attributions in this view.</p>;
  return (
    <>
      <p className="mt-1 text-small text-ink2">
        Attributions by the stance of their verb, and their share of the outlet’s. Each number opens
        its lines.
      </p>
      <StanceTable page={page} found={found} />
      <Sources page={page} found={found} />
    </>
  );
}

interface Props {
  page: CompareView;
  found: AttributionVerbs;
}

function StanceTable({ page, found }: Props) {
  const labels = page.signals.find(({ id }) => id === "attribution")?.labels ?? [];
  const of = (slug: string) => found.outlets.find(({ outlet }) => outlet.slug === slug);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
      tabIndex={0}
      aria-label="Stances, scrollable"
      className="mt-3 overflow-x-auto"
    >
      <table className="w-full text-small" data-testid="stances">
        <thead>
          <tr className="border-b border-ink text-label">
            <th scope="col" className="py-1 text-left font-normal text-ink2">
              Stance
            </th>
            {page.outlets.map(({ slug, name, slot }) => (
              <th
                key={slug}
                scope="col"
                className={`slot-${slot} slot-text max-w-[110px] pl-3 text-right font-semibold`}
              >
                <span className="inline-flex max-w-full items-center gap-1">
                  <span className="shrink-0">
                    <OutletMark slot={slot} size={10} />
                  </span>
                  <span className="truncate" title={name}>
                    {name}
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map(({ id, title, definition }) => (
            <tr key={id} className="h-[33px] border-b border-rule">
              <th scope="row" title={definition} className="text-left font-normal">
                {title}
              </th>
              {page.outlets.map((outlet) => {
                const stance = of(outlet.slug)?.stances.find(({ label }) => label === id);
                return <StanceCell key={outlet.slug} {...{ page, outlet, stance, title }} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface StanceCellProps {
  page: CompareView;
  outlet: ShownOutlet;
  stance: { label: string; hits: number; share: number | null } | undefined;
  title: string;
}

function StanceCell({ page, outlet, stance, title }: StanceCellProps) {
  return (
    <td className="pl-3 text-right whitespace-nowrap">
      {stance && stance.hits > 0 ? (
        <a
          className="link touch:py-2"
          aria-label={`${stance.hits} of ${outlet.name}, ${title.toLowerCase()}: read the lines`}
          href={linesLink(page, outlet, { signal: "attribution", label: stance.label })}
        >
          {formatCount(stance.hits)}
        </a>
      ) : (
        "0"
      )}
      <span className="ml-2 inline-block w-9 text-ink3">
        {stance?.share == null ? "" : `${formatPercent(stance.share)}%`}
      </span>
    </td>
  );
}

/** The sources named most often over all the outlets. */
function Sources({ page, found: { sources, read } }: Props) {
  if (sources.length === 0) return null;
  const cut = read.filter(({ articles, total }) => total > articles);
  return (
    <div className="mt-5" data-testid="sources">
      <h3 className="border-b border-ink pb-1 font-semibold">Sources named most often</h3>
      <dl>
        {sources.map(({ source, outlets }) => (
          <div key={source} className="border-b border-rule py-2 text-small">
            <dt className="font-serif text-sentence break-words" lang="">
              {source}
            </dt>
            {page.outlets.map((shown) => (
              <VerbsOf
                key={shown.slug}
                {...{ page, shown, source }}
                own={outlets.find(({ outlet }) => outlet.slug === shown.slug)}
              />
            ))}
          </div>
        ))}
      </dl>
      <p className="mt-2 text-label text-ink3">
        Sources are phrases found by position, not names resolved; pronouns are left out. A number
        opens the lines that name the source.
        {cut.map(
          ({ outlet, articles, total }) =>
            ` ${outlet.name}: read in ${formatCount(articles)} of ${formatCount(total)} articles, those of the lowest ids.`,
        )}
      </p>
    </div>
  );
}

interface VerbsOfProps {
  page: CompareView;
  shown: ShownOutlet;
  source: string;
  own: SourceVerbs["outlets"][number] | undefined;
}

/** The verbs that an outlet gives a source: "5: say 2, explain 1". */
function VerbsOf({ page, shown, source, own }: VerbsOfProps) {
  return (
    <dd className="mt-0.5 flex gap-2 text-ink2">
      <span className="pt-1">
        <OutletMark slot={shown.slot} size={11} />
      </span>
      <span>
        <span className="sr-only">{shown.name}: </span>
        {own && own.attributions > 0 ? (
          <>
            <a
              className="link touch:py-2"
              href={linesLink(page, shown, { find: source })}
              aria-label={`${own.attributions} of ${shown.name} to ${source}: read where it is named`}
            >
              {formatCount(own.attributions)}
            </a>
            : {own.verbs.map(({ term, hits }) => `${term} ${hits}`).join(", ")}
          </>
        ) : (
          "never"
        )}
      </span>
    </dd>
  );
}
