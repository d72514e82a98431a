import { analyze } from "../../analysis/analyze.ts";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import type { Analysis } from "../../analysis/types.ts";
import type { SentenceRow } from "./coded-rows.ts";
import { judgeAttributions } from "./judge-attributions.ts";
import { judgeExportedFlags } from "./judge-flags.ts";
import { judgeExportedQuotations, judgeQuotations } from "./judge-quotations.ts";
import { judgeSentences } from "./judge-sentences.ts";
import type { Codings } from "./read-codings.ts";
import type { SetReport } from "./report.ts";

/** How the program agrees with one file of codings: a report for each signal in it, and sentences for the user. */
export async function evaluate(
  { set, coded }: Codings,
  codebook: Codebook,
): Promise<{ reports: SetReport[]; notes: string[] }> {
  const analyse = ({ headline, text }: { headline: string; text: string }): Analysis =>
    analyze({ headline, teaser: "", body: text }, codebook);
  switch (coded.kind) {
    case "sentences":
      return evaluateSentences(set, coded.rows, analyse);
    case "attributions":
      return { reports: [judgeAttributions(set, coded.rows, analyse)], notes: [] };
    case "quotations":
      return { reports: [judgeQuotations(set, coded.rows, analyse)], notes: [] };
    case "exported quotations":
      return { reports: [judgeExportedQuotations(set, coded.rows)], notes: [FOUND_ALONE] };
    case "exported flags":
      return { reports: judgeExportedFlags(set, coded.rows), notes: [FLAGGED_ALONE] };
  }
}

const FOUND_ALONE =
  "These are quotations of an export: what the program did not find as a quotation is not among them.";
const FLAGGED_ALONE =
  "These are flags of an export, so there is no recall: code sentences or whole articles for that, flagged or not.";

async function evaluateSentences(
  set: string,
  rows: readonly SentenceRow[],
  analyse: (row: SentenceRow) => Analysis,
) {
  const reports: SetReport[] = [];
  const notes: string[] = [];
  for (const signal of new Set(rows.map((row) => row.signal))) {
    const own = rows.filter((row) => row.signal === signal);
    const judged = await judgeSentences(set, signal, own, analyse);
    reports.push(judged.report);
    notes.push(...judged.notes);
  }
  return { reports, notes };
}
