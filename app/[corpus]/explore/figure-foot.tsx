"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { flushSync } from "react-dom";
import { toQueryString } from "../../../lib/view/query-string.ts";
import { PictureButtons } from "../../figure/picture-buttons.tsx";
import { formatCodebook, formatCount } from "../../format.ts";
import { accuracySentences } from "../methods/accuracy-words.ts";
import { bandCount } from "./band-count.ts";
import { type Bands, useCrosshair, useExplore } from "./explore-state.tsx";
import { figureFileName, figureSvg } from "./figure-export.ts";
import { frameOf } from "./geometry.ts";

const UNCHECKED = "has not been checked on this corpus, and its numbers are shown as detected.";

/** What is known of the detector's errors, on labelled text of elsewhere. */
function useAccuracy(): string {
  const { signal, codebook, engineVersion } = useExplore();
  return accuracySentences(signal.accuracy, { codebook, engineVersion });
}

function useNote(): string {
  const { figure, coloured, bands, pendingArticles, codebook } = useExplore();
  const accuracy = useAccuracy();
  const thin = `Hollow points: fewer than ${figure.thinBelow} articles, too few to compare. A line stops where no articles were imported.`;
  const wanted = bands === "none" || figure.unit === "count" || coloured.length === 0;
  const cut =
    !wanted && bandCount(bands, coloured.length, figure.periods.length) === 0
      ? " Bands are left off: too many points."
      : "";
  const pending =
    pendingArticles > 0
      ? ` ${formatCount(pendingArticles)} articles still await analysis under codebook ${formatCodebook(codebook)}. Rates will move.`
      : "";
  return `${thin}${cut} The detector ${UNCHECKED} ${accuracy}${pending}`;
}

function useSource(): string {
  const { corpus, codebook, engineVersion } = useExplore();
  return `Corpus “${corpus.title}”. Codebook ${formatCodebook(codebook)}, engine ${engineVersion}.`;
}

/** Note on the detector, source line, files, citation, and what is counted. */
export function FigureFoot() {
  const { corpus, signal, label, pendingArticles, codebook, bands, setBands } = useExplore();
  const source = useSource();
  const accuracy = useAccuracy();
  const chosen = signal.labels.find(({ id }) => id === label);
  return (
    <div className="mt-4 border-t border-ink pt-3">
      <p className="text-small text-ink2">
        <span className="font-semibold text-ink">How often the detector is right:</span> it{" "}
        {UNCHECKED} {accuracy}{" "}
        <Link className="link" href={`/${corpus.slug}/methods#signal-${signal.id}`}>
          Methods
        </Link>
      </p>
      {pendingArticles > 0 && (
        <p role="status" className="mt-2 text-small text-question" data-testid="pending">
          {formatCount(pendingArticles)} articles still await analysis under codebook{" "}
          {formatCodebook(codebook)}. Rates will move.
        </p>
      )}
      <p className="mt-2 text-label text-ink3">{source}</p>
      <details className="mt-1 text-small text-ink2">
        <summary className="link w-fit">What is counted</summary>
        <p className="mt-1 max-w-[66ch]">
          {signal.definition} {chosen?.definition} {signal.limits}
        </p>
      </details>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <CsvLinks />
        <FigurePictures />
        <label className="ml-auto flex items-center gap-2 text-small text-ink2">
          Bands
          <select
            className="field w-auto"
            value={bands}
            onChange={(event) => setBands(event.target.value as Bands)}
          >
            <option value="colour">first two</option>
            <option value="all">all in colour</option>
            <option value="none">none</option>
          </select>
        </label>
      </div>
      <Citation />
    </div>
  );
}

function CsvLinks() {
  const { corpus, view } = useExplore();
  // Written out: flags.csv takes every signal where none is named, the page one.
  const { signals, ...rest } = view;
  const query = toQueryString(rest, { signal: signals.join(",") });
  const files = { metrics: "Metrics", articles: "Articles", flags: "Flags" };
  return Object.entries(files).map(([file, words]) => (
    <a
      key={file}
      className="control"
      download
      href={`/api/${corpus.slug}/export/${file}.csv${query ? `?${query}` : ""}`}
    >
      <Download size={14} aria-hidden="true" />
      {words} CSV
    </a>
  ));
}

function FigurePictures() {
  const state = useExplore();
  const { setCrosshair } = useCrosshair();
  const note = useNote();
  const source = useSource();
  const draw = () => {
    const box = document.querySelector<HTMLElement>("[data-figure-box]");
    if (!box) return null;
    // The read-out of the crosshair is for the screen: the file has the numbers of the whole range.
    flushSync(() => setCrosshair({ index: -1, slug: null }));
    const names = frameOf(box.clientWidth).gutter
      ? []
      : state.coloured.map(({ name, slug }) => ({ name, slot: state.slots[slug] ?? 1 }));
    try {
      return figureSvg(box, {
        title: state.title,
        subtitle: state.subtitle,
        names,
        note,
        source: `${source} ${window.location.href}`,
      });
    } finally {
      setCrosshair({ index: null, slug: null });
    }
  };
  return <PictureButtons draw={draw} fileName={figureFileName(state)} />;
}

function Citation() {
  const { title, subtitle } = useExplore();
  const source = useSource();
  const [address, setAddress] = useState("");
  return (
    <details
      className="mt-3 text-small text-ink2"
      onToggle={() =>
        setAddress(`${window.location.href}, ${new Date().toISOString().slice(0, 10)}`)
      }
    >
      <summary className="link w-fit">Cite this figure</summary>
      <p className="mt-1 max-w-[66ch] break-words select-all" data-testid="citation">
        Framescope. “{title}”. {subtitle} {source} {address}
      </p>
    </details>
  );
}
