import Link from "next/link";
import { ListLink } from "../../components/list-view.tsx";
import { SampleButton } from "../../corpora/sample-button.tsx";
import { formatRange } from "../../format.ts";
import type { CompareBase } from "./compare-data.ts";
import { compareLink } from "./links.ts";
import { nameOutlets } from "./ratio-words.ts";

/** Why nothing can be set side by side, and what to do. */
export function NothingToCompare({ base }: { base: CompareBase }) {
  const { outlets, corpus, range } = base;
  const when = range.from && range.to ? ` of ${formatRange(range.from, range.to)}` : "";
  const [only] = outlets;
  return (
    <>
      <h1 className="mt-3 font-serif text-title-small md:text-title">Compare outlets</h1>
      <div className="mt-4 border-t border-b border-rule py-8" data-testid="nothing">
        {outlets.length > 1 ? (
          <>
            <p className="break-words">
              No articles{when} from {nameOutlets(outlets.map(({ name }) => name))} match.
            </p>
            <p className="mt-3">
              <ListLink
                className="link"
                href={compareLink(base, {
                  from: null,
                  to: null,
                  voice: null,
                  part: null,
                  duplicates: null,
                })}
              >
                Clear dates, voice, part and wire copy
              </ListLink>
            </p>
          </>
        ) : (
          <>
            <p className="break-words">
              {only
                ? `All articles here are from ${only.name}. Comparing takes two outlets.`
                : "Nothing imported yet. Choose files, or open the sample corpus."}
            </p>
            <p className="mt-3 flex flex-wrap gap-x-4">
              <Link className="link" href={`/${corpus.slug}/import`}>
                Import articles
              </Link>
              {!only && <SampleButton className="link">Sample corpus</SampleButton>}
            </p>
          </>
        )}
      </div>
    </>
  );
}
