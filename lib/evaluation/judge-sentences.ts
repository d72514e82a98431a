import type { Analysis, Flag } from "../../analysis/types.ts";
import { type Baseline, baselinesOf, everySentence } from "./baselines.ts";
import type { SentenceRow } from "./coded-rows.ts";
import type { SetReport } from "./report.ts";
import { ClusterSums, decision, Tally } from "./tally.ts";
import { evaluatedWords, wordDecisions, wordsTouching } from "./words.ts";
import { FrequentErrors, worstByTurns } from "./wrong-decisions.ts";

interface Judging {
  sentences: Tally;
  words: Tally;
  errors: FrequentErrors;
  baselines: Baseline[];
}

/**
 * Sentences that coders called yes or no: found is one with any flag of the signal, whatever its label or voice. Where coders
 * marked words, words are judged too.
 */
export async function judgeSentences(
  set: string,
  signal: string,
  rows: readonly SentenceRow[],
  analyse: (row: SentenceRow) => Analysis,
): Promise<{ report: SetReport; notes: string[] }> {
  const { all: baselines, missing } = await baselinesOf(signal);
  const judging = {
    sentences: new Tally(),
    words: new Tally(),
    errors: new FrequentErrors(),
    baselines,
  };
  const articles = new ClusterSums();
  for (const row of rows) {
    articles.add(row.article, []);
    const flags = analyse(row).flags.filter((flag) => flag.signal === signal);
    judgeSentence(row, flags, judging);
    if (row.spans) judgeWords(row, flags, judging);
  }
  const tables = [judging.sentences.table("sentences", { macro: true })];
  if (rows.some(({ spans }) => spans?.length)) tables.push(judging.words.table("words"));
  const report: SetReport = {
    set,
    signal,
    size: rows.length,
    unit: "sentences",
    positives: rows.filter(({ coded }) => coded).length,
    clusters: articles.size,
    found: null,
    tables,
    figures: [],
    confusion: null,
    reliability: [],
    expected: [],
    errors: worstByTurns(judging.errors.all()),
  };
  return { report, notes: missing === null ? [] : [missing] };
}

function judgeSentence(row: SentenceRow, flags: readonly Flag[], judging: Judging): void {
  const { article, coded, outlet, spans, codedAs, text } = row;
  const { sentences, errors, baselines } = judging;
  const flagged = flags.length > 0;
  const decided = decision(flagged, coded);
  sentences.add("all", "all", article, decided);
  if (outlet) sentences.add("outlet", outlet, article, decided);
  for (const label of new Set(flags.map((flag) => flag.label))) {
    sentences.add("label", label, article, decision(true, coded));
  }
  const names = new Set([
    ...(codedAs ? [codedAs] : []),
    ...(spans ?? []).map(({ label }) => label),
  ]);
  for (const name of names) sentences.add("coded", name, article, decision(flagged, true));
  const words = evaluatedWords(text);
  for (const baseline of baselines) {
    const hit = baseline === everySentence || baseline.find(words).size > 0;
    sentences.add("baseline", baseline.name, article, decision(hit, coded));
  }
  if (flagged && !coded) {
    for (const flag of flags) if (flag.part === "body") errors.add("flagged, coded no", row, flag);
  }
  if (coded && !flagged) {
    const missed = spans?.length ? spans : [{ start: 0, end: text.length }];
    for (const span of missed) errors.add("coded yes, no flag", row, span);
  }
}

function judgeWords(row: SentenceRow, flags: readonly Flag[], judging: Judging): void {
  const { article, outlet } = row;
  const { words: tally } = judging;
  const words = evaluatedWords(row.text);
  const spans = row.spans ?? [];
  const inBody = flags.filter(({ part }) => part === "body");
  const coded = wordsTouching(words, spans);
  const found = wordsTouching(words, inBody);
  const decided = wordDecisions(coded, found);
  tally.add("all", "all", article, decided);
  if (outlet) tally.add("outlet", outlet, article, decided);
  for (const label of new Set(inBody.map((flag) => flag.label))) {
    const some = inBody.filter((flag) => flag.label === label);
    tally.add("label", label, article, wordDecisions(coded, wordsTouching(words, some)));
  }
  for (const label of new Set(spans.map((span) => span.label))) {
    const some = wordsTouching(
      words,
      spans.filter((span) => span.label === label),
    );
    const right = [...some].filter((word) => found.has(word)).length;
    tally.add("coded", label, article, [right, 0, some.size - right, 0]);
  }
  for (const baseline of judging.baselines) {
    if (baseline === everySentence) continue;
    tally.add("baseline", baseline.name, article, wordDecisions(coded, baseline.find(words)));
  }
}
