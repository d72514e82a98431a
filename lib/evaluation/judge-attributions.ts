import type { Analysis, Flag, Span } from "../../analysis/types.ts";
import type { AttributionRow } from "./coded-rows.ts";
import type { NamedFigure, SetReport, WrongDecision } from "./report.ts";
import { type Decisions, GroupedSums, Tally } from "./tally.ts";
import { type EvaluatedWord, evaluatedWords, wordDecisions, wordsTouching } from "./words.ts";
import { FrequentErrors, inContext, worstByTurns } from "./wrong-decisions.ts";

const QUOTES_ALONE = "quotation marks alone";

/**
 * Articles with their attributions: the words of reporting cues against the flags of attribution, and the words attributed
 * to a source against those whose voice is quoted or reported. `positives` are the words attributed.
 */
export function judgeAttributions(
  set: string,
  rows: readonly AttributionRow[],
  analyse: (row: AttributionRow) => Analysis,
): SetReport {
  const cues = new Tally();
  const sources = new Tally();
  const attributed = new Tally();
  const own = new GroupedSums();
  const errors = new FrequentErrors();
  const stretches: WrongDecision[] = [];
  let positives = 0;
  for (const row of rows) {
    const analysis = analyse(row);
    const words = evaluatedWords(row.text);
    const flags = analysis.flags.filter(
      (flag) => flag.signal === "attribution" && flag.part === "body",
    );
    judgeCues(row, flags, words, cues, errors);
    sources.add("all", "all", row.article, judgeSources(row, flags));
    const body = <T extends { part: string }>(spans: readonly T[]) =>
      spans.filter(({ part }) => part === "body");
    const coded = wordsTouching(words, row.contents);
    const found = wordsTouching(words, body(analysis.voices));
    const quoted = wordsTouching(words, body(analysis.quotations));
    positives += coded.size;
    const decided = wordDecisions(coded, found);
    attributed.add("all", "all", row.article, decided);
    if (row.outlet) attributed.add("outlet", row.outlet, row.article, decided);
    attributed.add("baseline", QUOTES_ALONE, row.article, wordDecisions(coded, quoted));
    const counts = (some: ReadonlySet<number>) => [
      words.length - coded.size,
      words.length - some.size,
    ];
    own.add("all", "all", row.article, counts(found));
    if (row.outlet) own.add("outlet", row.outlet, row.article, counts(found));
    own.add("baseline", QUOTES_ALONE, row.article, counts(quoted));
    stretches.push(...wrongStretches(row, words, coded, found));
  }
  return {
    set,
    signal: "attribution",
    size: rows.length,
    unit: "articles",
    positives,
    clusters: new Set(rows.map(({ article }) => article)).size,
    found: null,
    tables: [cues.table("words"), sources.table("sources"), attributed.table("attributed words")],
    figures: ownVoiceFigures(own),
    confusion: null,
    reliability: [],
    expected: [],
    errors: worstByTurns([...errors.all(), ...stretches]),
  };
}

function judgeCues(
  row: AttributionRow,
  flags: readonly Flag[],
  words: readonly EvaluatedWord[],
  tally: Tally,
  errors: FrequentErrors,
): void {
  const coded = wordsTouching(words, row.cues);
  const found = wordsTouching(words, flags);
  const decided = wordDecisions(coded, found);
  tally.add("all", "all", row.article, decided);
  if (row.outlet) tally.add("outlet", row.outlet, row.article, decided);
  for (const label of new Set(flags.map((flag) => flag.label))) {
    const some = flags.filter((flag) => flag.label === label);
    tally.add("label", label, row.article, wordDecisions(coded, wordsTouching(words, some)));
  }
  for (const flag of flags)
    if (!touches(flag, row.cues)) errors.add("cue flagged, not coded", row, flag);
  for (const cue of row.cues)
    if (!touches(cue, flags)) errors.add("cue coded, not flagged", row, cue);
}

/**
 * Sources named by flags on coded cues: right where one name holds the other, as “Perry” and “Mayor Ann Perry” do. Missed are
 * all coded sources that no flag names.
 */
function judgeSources({ text, sourced }: AttributionRow, flags: readonly Flag[]): Decisions {
  let right = 0;
  let wrong = 0;
  for (const { source, cues } of sourced) {
    const subject = flags.find((flag) => cues.some((cue) => touches(flag, [cue])))?.subject;
    if (!subject) continue;
    if (holds(subject, text.slice(source.start, source.end))) right += 1;
    else wrong += 1;
  }
  return [right, wrong, sourced.length - right, 0];
}

/** Whether all words of one name stand in the other. */
function holds(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => evaluatedWords(name).map(({ form }) => form));
  if (!one || !other) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 0 && short.every((word) => long.includes(word));
}

function touches(one: Span, others: readonly Span[]): boolean {
  return others.some(({ start, end }) => start < one.end && end > one.start);
}

/** (found - coded) / coded by group: above 0 where the outlet is given words of its sources. */
function ownVoiceFigures(own: GroupedSums): NamedFigure[] {
  const none = { value: 0, low: null, high: null };
  return own
    .list()
    .filter(({ sums }) => (sums.sums[0] ?? 0) > 0)
    .map(({ by, name: group, sums }) => {
      const [error] = sums.estimates([([coded = 0, found = 0]) => (found - coded) / (coded || 1)]);
      return { name: "own-voice error", by, group, ...(error ?? none) };
    });
}

/** Stretches of words in the wrong voice; a stretch ends where the words agree or the error turns round. */
function wrongStretches(
  { line, id, text }: AttributionRow,
  words: readonly EvaluatedWord[],
  coded: ReadonlySet<number>,
  found: ReadonlySet<number>,
): WrongDecision[] {
  const errors: WrongDecision[] = [];
  for (let from = 0; from < words.length; ) {
    const missed = coded.has(from);
    let to = from;
    while (to < words.length && coded.has(to) === missed && found.has(to) !== missed) to += 1;
    const [first, last] = [words[from], words[to - 1]];
    if (to === from || !first || !last) {
      from += 1;
      continue;
    }
    const what = missed
      ? "a source's words as the outlet's own"
      : "the outlet's words as a source's";
    const place = inContext(text, { start: first.start, end: last.end });
    errors.push({ what, size: to - from, unit: "words", line, id, ...place });
    from = to;
  }
  return errors;
}
