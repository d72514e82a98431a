import type { ExportedFlag } from "./exported-rows.ts";
import type { SetReport } from "./report.ts";
import { decision, Tally } from "./tally.ts";
import { FrequentErrors, worstByTurns } from "./wrong-decisions.ts";

/**
 * Rows of flags.csv that a coder called right or wrong, one report a signal. They give precision alone: what the program
 * never flagged is not in the file.
 */
export function judgeExportedFlags(set: string, rows: readonly ExportedFlag[]): SetReport[] {
  const signals = [...new Set(rows.map(({ signal }) => signal))].sort();
  return signals.map((signal) => {
    const own = rows.filter((row) => row.signal === signal);
    const tally = new Tally();
    const errors = new FrequentErrors();
    for (const row of own) {
      const { article, coded, label, voice, outlet, words, left, right } = row;
      const decided = decision(true, coded);
      tally.add("all", "all", article, decided);
      tally.add("label", label, article, decided);
      tally.add("voice", voice, article, decided);
      if (outlet) tally.add("outlet", outlet, article, decided);
      const text = `${left} ${words} ${right}`;
      const start = left.length + 1;
      if (!coded)
        errors.add(`${label}, coded no`, { ...row, text }, { start, end: start + words.length });
    }
    const { judged, rows: scored } = tally.table("flags");
    return {
      set,
      signal,
      size: own.length,
      unit: "flags",
      positives: own.filter(({ coded }) => coded).length,
      clusters: new Set(own.map(({ article }) => article)).size,
      found: null,
      tables: [
        { judged, rows: scored.map((row) => ({ ...row, recall: null, f1: null, macroF1: null })) },
      ],
      figures: [],
      confusion: null,
      reliability: [],
      expected: [],
      errors: worstByTurns(errors.all()),
    };
  });
}
