import {
  accuracy,
  type Confusion,
  confusionOf,
  frequentClasses,
  macroF1,
} from "../../analysis/evaluation/confusion.ts";
import {
  calibrationError,
  expectedCount,
  reliability,
  type Scored,
} from "../../analysis/evaluation/reliability.ts";
import {
  type Analysis,
  QUOTATION_FUNCTIONS,
  type QuotationFunction,
} from "../../analysis/types.ts";
import type { PlacedQuotation, QuotationRow } from "./coded-rows.ts";
import type { ExportedQuotation } from "./exported-rows.ts";
import type {
  ExpectedRow,
  Group,
  NamedFigure,
  ScoreTable,
  SetReport,
  WrongDecision,
} from "./report.ts";
import { ClusterSums, decision, LEAST_CODED, Tally } from "./tally.ts";
import { evaluatedWords } from "./words.ts";
import { inContext, worstByTurns } from "./wrong-decisions.ts";

/** Outlets with fewer quotations have no sum of probabilities of their own. */
const LEAST_QUOTATIONS = 30;
const SHORT = "two words or fewer";
const MISSED = "missed";
const CLASSES = [...QUOTATION_FUNCTIONS, MISSED];

/** A coded quotation with what the program made of it. */
interface JudgedQuotation extends QuotationRow {
  /** Null where no quotation has these offsets. */
  found: QuotationFunction | null;
  foundDistanced: boolean;
  probabilities: Readonly<Record<QuotationFunction, number>> | null;
  left: string;
  match: string;
  right: string;
}

/** Coded quotations of articles, found by the program and judged by it. */
export function judgeQuotations(
  set: string,
  rows: readonly PlacedQuotation[],
  analyse: (row: PlacedQuotation) => Analysis,
): SetReport {
  const judged = rows.map((row): JudgedQuotation => {
    const found = analyse(row).quotations.find(
      ({ part, start, end }) => part === row.part && start === row.start && end === row.end,
    );
    const inside = row.part === "headline" ? row.headline : row.text;
    return {
      ...row,
      ...inContext(inside, row),
      found: found?.function ?? null,
      foundDistanced: found?.distanced ?? false,
      probabilities: found?.probabilities ?? null,
    };
  });
  return reportOf(set, judged, judged.filter(({ found }) => found !== null).length);
}

/** Rows of quotations.csv with the function that a coder gave them; nothing is analysed again. */
export function judgeExportedQuotations(
  set: string,
  rows: readonly ExportedQuotation[],
): SetReport {
  const judged = rows.map((row) => ({ ...row, left: "", match: row.quoted, right: "" }));
  return reportOf(set, judged, null);
}

function reportOf(set: string, rows: readonly JudgedQuotation[], found: number | null): SetReport {
  const pairs = rows.flatMap(({ coded, found, article }) =>
    typeof coded === "boolean" ? [] : [{ coded, found: found ?? MISSED, article }],
  );
  const confusion = pairs.length > 0 ? confusionOf(CLASSES, pairs) : null;
  const bins = reliability(scoredOf(rows));
  return {
    set,
    signal: "scare_quote",
    size: rows.length,
    unit: "quotations",
    positives: rows.filter(isScare).length,
    clusters: new Set(rows.map(({ article }) => article)).size,
    found,
    tables: tablesOf(rows),
    figures: [
      ...(confusion ? agreementFigures(confusion, rows) : []),
      {
        name: "calibration error",
        by: "all",
        group: "all",
        value: calibrationError(bins),
        low: null,
        high: null,
      },
    ],
    confusion,
    reliability: bins,
    expected: expectedRows(rows),
    errors: worstByTurns(rows.flatMap(wrongDecision)),
  };
}

const isScare = ({ coded }: QuotationRow) => coded === true || coded === "scare";

function scoredOf(rows: readonly JudgedQuotation[]): Scored[] {
  return rows.flatMap((row) =>
    row.probabilities ? [{ probability: row.probabilities.scare, hit: isScare(row) }] : [],
  );
}

function groupsOf({ outlet, sample }: QuotationRow): [Group, string][] {
  const groups: [Group, string][] = [["all", "all"]];
  if (outlet) groups.push(["outlet", outlet]);
  if (sample) groups.push(["sample", sample]);
  return groups;
}

function tablesOf(rows: readonly JudgedQuotation[]): ScoreTable[] {
  const functions = new Tally();
  const scare = new Tally();
  const distanced = new Tally();
  for (const row of rows) {
    const { article, coded, found, foundDistanced } = row;
    const short = evaluatedWords(row.match).length <= 2;
    if (typeof coded !== "boolean") {
      for (const name of QUOTATION_FUNCTIONS) {
        functions.add("function", name, article, decision(found === name, coded === name));
      }
    }
    for (const [by, name] of groupsOf(row)) {
      scare.add(by, name, article, decision(found === "scare", isScare(row)));
      if (row.distanced !== null)
        distanced.add(by, name, article, decision(foundDistanced, row.distanced));
    }
    // An import whose rights are numbers alone exports no words to count.
    if (row.match === "") continue;
    scare.add("baseline", SHORT, article, decision(short, isScare(row)));
    if (row.distanced !== null)
      distanced.add("baseline", SHORT, article, decision(short, row.distanced));
  }
  return [functions.table("functions"), scare.table("scare"), distanced.table("distanced")].filter(
    (table) => table.rows.length > 0,
  );
}

/** Accuracy and macro-F1 over functions, and accuracy by how sure the coders were. */
function agreementFigures(whole: Confusion, rows: readonly JudgedQuotation[]): NamedFigure[] {
  const macroClasses = frequentClasses(whole, LEAST_CODED);
  const sums = new ClusterSums();
  const byConfidence = new Map<string, ClusterSums>();
  for (const { coded, found, article, confidence } of rows) {
    if (typeof coded === "boolean") continue;
    sums.add(article, confusionOf(CLASSES, [{ coded, found: found ?? MISSED }]).cells);
    if (!confidence) continue;
    const some = byConfidence.get(confidence) ?? new ClusterSums();
    byConfidence.set(confidence, some);
    some.add(article, [found === coded ? 1 : 0, 1]);
  }
  const ofCells = (cells: readonly number[]): Confusion => ({ classes: CLASSES, cells });
  const [all, macro] = sums.estimates([
    (cells) => accuracy(ofCells(cells)),
    (cells) => macroF1(ofCells(cells), macroClasses),
  ]);
  const none = { value: 0, low: null, high: null };
  const figures: NamedFigure[] = [
    { name: "accuracy", by: "all", group: "all", ...(all ?? none) },
    { name: "macro-F1", by: "all", group: "all", ...(macro ?? none) },
  ];
  for (const [group, some] of [...byConfidence].sort(([a], [b]) => a.localeCompare(b, "en"))) {
    const [share] = some.estimates([([right = 0, n = 0]) => right / (n || 1)]);
    figures.push({ name: "accuracy", by: "confidence", group, ...(share ?? none) });
  }
  return figures;
}

function expectedRows(rows: readonly JudgedQuotation[]): ExpectedRow[] {
  const groups = new Map<string, { by: Group; group: string; rows: JudgedQuotation[] }>();
  for (const row of rows) {
    for (const [by, group] of [...groupsOf(row), ["part", row.part] as [Group, string]]) {
      const key = `${by} ${group}`;
      const entry = groups.get(key) ?? { by, group, rows: [] };
      groups.set(key, entry);
      entry.rows.push(row);
    }
  }
  const order: Group[] = ["all", "part", "sample", "outlet"];
  return [...groups.values()]
    .filter(({ by, rows: some }) => {
      if (by === "outlet") return some.length >= LEAST_QUOTATIONS;
      return by !== "part" || some.length < rows.length;
    })
    .sort(
      (a, b) => order.indexOf(a.by) - order.indexOf(b.by) || a.group.localeCompare(b.group, "en"),
    )
    .map(({ by, group, rows: some }) => ({
      by,
      group,
      n: some.length,
      ...expectedCount(scoredOf(some)),
    }));
}

/** A wrong function, as bad as the program was surer of it than of the coders'; a missed quotation is the worst. */
function wrongDecision(row: JudgedQuotation): WrongDecision[] {
  const { coded, found, probabilities, line, id, left, match, right } = row;
  const wrong = typeof coded === "boolean" ? (found === "scare") !== coded : found !== coded;
  if (!wrong) return [];
  const name = typeof coded === "boolean" ? (coded ? "scare" : "no scare quote") : coded;
  const rival = coded === true ? "scare" : coded;
  const size =
    found === null || probabilities === null
      ? 1
      : probabilities[found] - (typeof rival === "boolean" ? 0 : probabilities[rival]);
  const what = `${found ?? "not found"}, coded ${name}`;
  return [{ what, size, unit: "probability", line, id, left, match, right }];
}
