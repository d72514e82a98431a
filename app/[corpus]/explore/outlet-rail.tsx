"use client";

import { useId, useState } from "react";
import { SearchField } from "../../components/search-field.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { formatCount } from "../../format.ts";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import { OutletMark } from "./shape.tsx";
import { ViewLink } from "./view-link.tsx";

/** The outlets of the view: a click gives one a colour, or takes it back. */
export function OutletRail() {
  const { view, coloured, others, slots, toggle, clearColours, waiting, href } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const [find, setFind] = useState("");
  const id = useId();
  const byArticles = [...others].sort(
    (a, b) => b.articles - a.articles || a.name.localeCompare(b.name, "en"),
  );
  const wanted = find.trim().toLocaleLowerCase("en");
  const shown = [...coloured, ...byArticles].filter(({ name }) =>
    name.toLocaleLowerCase("en").includes(wanted),
  );
  const total = coloured.length + others.length;
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col" data-testid="outlet-rail">
      <div className="flex items-baseline justify-between">
        <h2 id={`${id}-title`} className="font-semibold">
          Outlets
        </h2>
        <span className="text-label text-ink3">
          {coloured.length} of {total} in colour
        </span>
      </div>
      <SearchField
        label="Find an outlet"
        boxClass="mt-2 block"
        placeholder="Find an outlet"
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <div className="mt-3 flex justify-between border-b border-ink pb-1 text-label text-ink3">
        <span>In colour first</span>
        <span>articles</span>
      </div>
      {waiting && (
        <p
          role="status"
          className="border-b border-rule bg-question-ground p-2 text-small text-question"
        >
          Ten outlets are in colour. Choose the one that gives its colour to {waiting.name}.
        </p>
      )}
      <ul className="min-h-0 xl:max-h-[62vh] xl:overflow-y-auto">
        {shown.map((series) => {
          const slot = slots[series.slug];
          return (
            <li key={series.slug} className="border-b border-rule">
              <button
                type="button"
                aria-pressed={slot !== undefined}
                className="flex min-h-[33px] w-full items-center gap-2 text-left touch:min-h-11 hover:bg-inset"
                onClick={() => toggle(series.slug)}
                onPointerEnter={() => setCrosshair({ ...crosshair, slug: series.slug })}
                onFocus={() => setCrosshair({ ...crosshair, slug: series.slug })}
              >
                <span className="flex w-4 shrink-0 justify-center">
                  <OutletMark slot={slot} />
                </span>
                <span
                  className={`min-w-0 flex-1 truncate ${slot ? "font-semibold" : "text-ink2"}`}
                  title={series.name}
                >
                  {series.name}
                </span>
                <span className="text-small text-ink3">{formatCount(series.total.n)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <p className="py-2 text-small text-ink2">No outlet is called that.</p>}
      <div className="mt-3 flex flex-wrap gap-x-4 gap-y-2 text-small">
        {coloured.length > 0 && (
          <button type="button" className="link" onClick={clearColours}>
            All in grey
          </button>
        )}
        {coloured.length > 0 && others.length > 0 && (
          <ViewLink href={href({ outlets: coloured.map(({ slug }) => slug) })} className="link">
            Only those in colour
          </ViewLink>
        )}
        {view.outlets && (
          <ViewLink href={href({ outlets: null })} className="link">
            All outlets
          </ViewLink>
        )}
      </div>
    </section>
  );
}

/** Under 1024 px the rail is a drawer behind a button. */
export function OutletButton() {
  const { coloured, others } = useExplore();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="control" onClick={() => setOpen(true)}>
        Outlets ({coloured.length} of {coloured.length + others.length})
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Outlets" side>
        <div className="p-4">
          <OutletRail />
        </div>
      </Sheet>
    </>
  );
}
