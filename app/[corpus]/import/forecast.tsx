import { Download } from "lucide-react";
import type { ImportForecast } from "../../../lib/import/forecast.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { countOf, formatCount } from "../../format.ts";
import { Coverage } from "./coverage.tsx";
import { languageName, REFUSAL_WORDS } from "./forecast-words.ts";

interface ForecastProps {
  corpus: string;
  standing: ImportStanding;
  /** The latest that is known; null before the first count. */
  forecast: ImportForecast | null;
  problem: string | null;
  failure: string | null;
  busy: boolean;
  onStart: () => void;
  onAgain: () => void;
}

/** What an import would do, counted over all rows before anything is written; then the button that does it. */
export function Forecast(props: ForecastProps) {
  const { corpus, standing, forecast, problem, failure } = props;
  const counted = standing.status === "counted" && forecast !== null;
  return (
    <section
      aria-labelledby="forecast-title"
      data-testid="forecast"
      className="min-w-0 max-lg:mt-8 max-md:pb-24 lg:border-l lg:border-rule lg:pl-6"
    >
      <h2 id="forecast-title" className="font-serif text-section">
        What will happen
      </h2>
      <p role="status" className="text-small text-ink2">
        {standingSentence(standing, problem)}
      </p>
      {standing.status === "counting" && (
        <progress
          className="bar mt-3"
          aria-label="Rows counted"
          max={1}
          value={standing.bytesTotal ? standing.bytesRead / standing.bytesTotal : 0}
        />
      )}
      {problem !== null && <Trouble words={problem} />}
      {failure !== null && (
        <>
          <Trouble words={failure} />
          {standing.status === "uploaded" && problem === null && (
            <button type="button" className="control mt-2" onClick={props.onAgain}>
              Count again
            </button>
          )}
        </>
      )}
      {problem === null && forecast && (
        <div className={counted ? "" : "opacity-50"} aria-hidden={!counted || undefined}>
          {forecast.brokenOff && (
            <Trouble words={`${forecast.brokenOff} What comes before can be imported.`} />
          )}
          <Fates corpus={corpus} standing={standing} forecast={forecast} />
          <Coverage forecast={forecast} />
        </div>
      )}
      <StartBar {...props} counted={counted} />
    </section>
  );
}

function Trouble({ words }: { words: string }) {
  return (
    <p className="mt-3 border-l-3 border-question bg-question-ground p-3 text-small break-words">
      {words}
    </p>
  );
}

function standingSentence({ status, rowsRead }: ImportStanding, problem: string | null): string {
  if (status === "counted")
    return `Of ${countOf(rowsRead, "row")} read. Nothing has been written yet.`;
  if (status === "counting") return `Counting: ${countOf(rowsRead, "row")} so far.`;
  return problem === null ? "Not counted yet." : "Rows are counted once this is answered.";
}

function StartBar({ standing, busy, counted, onStart }: ForecastProps & { counted: boolean }) {
  const ready = counted && standing.added > 0;
  return (
    <div className="mt-6 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:border-t max-md:border-ink max-md:bg-paper max-md:px-4 max-md:py-3">
      <button
        type="button"
        className="control control-chosen max-md:w-full md:min-h-10 md:px-5"
        disabled={busy || !ready}
        onClick={onStart}
      >
        {counted
          ? standing.added > 0
            ? `Import ${countOf(standing.added, "article")}`
            : "No new article"
          : "Import"}
      </button>
      <p className="mt-2 text-label text-ink3">
        {counted && standing.added === 0
          ? "Nothing in this file is new: an import would change nothing."
          : "You can leave the page. An import can be undone."}
      </p>
    </div>
  );
}

interface Fate {
  words: string;
  rows: number;
  first: { line: number; words: string }[];
  /** How its part of the bar is drawn. */
  swatch: string;
}

const FRESH = "bg-ink border border-ink";
const HERE = "bg-rest border border-rest";
const LEFT_OUT = "bg-paper border border-ink";

function fatesOf({ added }: ImportStanding, forecast: ImportForecast): Fate[] {
  const { known, changed, repeated, refusals } = forecast;
  const fates = [
    { words: added === 1 ? "new article" : "new articles", rows: added, first: [], swatch: FRESH },
    { words: "already here", ...known, swatch: HERE },
    { words: "already here with another text: the first is kept", ...changed, swatch: HERE },
    { words: "repeated in this file: the first is kept", ...repeated, swatch: HERE },
    ...refusals.map(({ kind, rows, first }) => ({
      words: REFUSAL_WORDS[kind],
      rows,
      first,
      swatch: LEFT_OUT,
    })),
  ];
  return fates.filter(({ rows }, i) => i === 0 || rows > 0);
}

interface FatesProps {
  corpus: string;
  standing: ImportStanding;
  forecast: ImportForecast;
}

function Fates({ corpus, standing, forecast }: FatesProps) {
  const fates = fatesOf(standing, forecast);
  const others = forecast.otherLanguages;
  return (
    <>
      <div className="mt-4 flex h-[15px] gap-[2px]" aria-hidden="true">
        {fates.map(
          ({ words, rows, swatch }) =>
            rows > 0 && (
              <span key={words} className={`min-w-[6px] ${swatch}`} style={{ flexGrow: rows }} />
            ),
        )}
      </div>
      <ul className="mt-2 text-small">
        {fates.map((fate) => (
          <FateRow key={fate.words} fate={fate} />
        ))}
      </ul>
      {standing.refused > 0 && (
        <p className="mt-2 text-right">
          <a
            className="link inline-flex items-center gap-1 text-small touch:min-h-11"
            download
            href={`/api/${corpus}/imports/${standing.id}/refused.csv`}
          >
            <Download size={14} aria-hidden="true" />
            {countOf(standing.refused, "row")} left out as CSV
          </a>
        </p>
      )}
      {others.length > 0 && (
        <p className="mt-3 text-small text-ink2">
          {countOf(
            others.reduce((sum, { articles }) => sum + articles, 0),
            "article",
          )}{" "}
          in other languages than English ({others.map(languageWords).join(", ")}): stored, not
          counted.
        </p>
      )}
    </>
  );
}

const languageWords = ({ language, articles }: ImportForecast["otherLanguages"][number]) =>
  `${languageName(language)} ${formatCount(articles)}`;

/** A fate with its rows behind "Show". */
function FateRow({ fate: { words, rows, first, swatch } }: { fate: Fate }) {
  const line = (
    <>
      <span aria-hidden="true" className={`size-2.5 shrink-0 ${swatch}`} />
      <span className="w-14 shrink-0 text-right font-semibold">{formatCount(rows)}</span>
      <span className="min-w-0 flex-1">{words}</span>
    </>
  );
  const look = "flex min-h-[38px] items-center gap-3 touch:min-h-11";
  if (first.length === 0) return <li className={`border-b border-rule ${look}`}>{line}</li>;
  return (
    <li className="border-b border-rule">
      <details className="group">
        <summary className={`${look} list-none`}>
          {line}
          <span className="link group-open:hidden">Show</span>
          <span className="link hidden group-open:inline">Hide</span>
        </summary>
        <ul className="mb-2 max-h-[260px] overflow-y-auto border-t border-rule">
          {first.map((row) => (
            <li key={row.line} className="flex items-baseline gap-3 py-1">
              <span className="w-20 shrink-0 font-mono text-mono text-ink2">
                line {formatCount(row.line)}
              </span>
              <span className="min-w-0 break-words">{row.words}</span>
            </li>
          ))}
          {rows > first.length && (
            <li className="py-1 text-ink3">
              The first {first.length} of {formatCount(rows)}.
            </li>
          )}
        </ul>
      </details>
    </li>
  );
}
