import { apartBlocks, quotationBlocks } from "./accuracy-quotations.ts";
import type { CrossValidated } from "./cross-validated.ts";
import { bracketed, count, type RecordedReport, scoresOf, table } from "./markdown-tables.ts";
import { RECORDED_SETS } from "./recorded-sets.ts";
import type { ScoreTable } from "./report.ts";

/** With what figures were measured. */
export interface MeasuredWith {
  /** ISO day. */
  date: string;
  /** SHA-256 of the codebook, in hex. */
  codebook: string;
  engine: string;
}

const percent = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(100 * value).toFixed(1)}%`;

/** docs/accuracy.md as a whole: what was measured on the recorded sets, and what is known apart from them. */
export function accuracyDocument(
  measured: MeasuredWith,
  recorded: readonly RecordedReport[],
  crossValidated: CrossValidated | null,
): string {
  const quotations = recorded.filter(({ report }) => report.unit === "quotations");
  const others = recorded.filter(({ report }) => report.unit !== "quotations");
  return `${[
    opening(measured),
    "## The sets",
    setsTable(recorded),
    "## Hedges, loaded terms, attribution, voice",
    wholeTable(others),
    WHOLE_NOTE,
    ownVoice(others),
    "### By label",
    "How often coders agreed where a flag of one label stood. They do not use these labels, so there is no recall.",
    labelTable(others),
    "### Simpler methods on the same text",
    BASELINES,
    baselineTable(others),
    "## Quotations, on sets that were at hand",
    ...quotations.flatMap(quotationBlocks),
    "## Quotations, apart from the fitting",
    ...apartBlocks(crossValidated),
    "## Commands",
    COMMANDS,
  ].join("\n\n")}\n`;
}

function opening({ date, codebook, engine }: MeasuredWith): string {
  return `# Accuracy

How often the detectors agreed with coders on labelled text, measured on ${date} with codebook \`${codebook.slice(0, 8)}\` and engine ${engine}. [accuracy.json](accuracy.json) holds the same figures, and more of them. [methods.md](methods.md) says how each detector works, and what these figures do not mean.

This page is written by \`npm run evaluate -- --record\`, not by hand, and made anew whenever the codebook or the engine changes. A figure under another hash is not a figure of this program.

Brackets are 95% intervals by bootstrap over articles (over sentences, where nobody knows their article). They cover the choice of texts, not what was chosen after looking at them: all sets below were at hand while rules, entries or weights were made, so all figures are more or less optimistic.`;
}

function setsTable(recorded: readonly RecordedReport[]): string {
  const size = ({ set, report }: RecordedReport) => {
    const coded = { sentences: "coded yes", lines: "coded yes", quotations: "scare quotes" };
    const what = set.unit === "articles" ? "words attributed" : coded[set.unit];
    return `${count(report.size)} ${set.unit}, ${count(report.positives)} ${what}`;
  };
  return table(
    ["set", "size", "what it is", "how much was tuned on it"],
    recorded.map((one) => [`\`${one.set.name}\``, size(one), one.set.about, one.set.tuned]),
  );
}

/** What a table of a set is called in the document. */
function titleOf({ set, report }: RecordedReport, judged: ScoreTable["judged"]): string {
  const signal = { hedge: "a hedge", loaded_term: "a loaded term" }[report.signal] ?? report.signal;
  if (judged === "sentences") return `${set.unit} with ${signal}`;
  if (judged === "attributed words") return "words attributed to a source (quoted or reported)";
  if (judged === "sources") return "sources, where the cue is right (recall: of all attributions)";
  return report.signal === "attribution" ? "words of reporting cues" : "loaded words";
}

function wholeTable(recorded: readonly RecordedReport[]): string {
  return table(
    ["what", "set", "precision", "recall", "F1", "macro-F1"],
    recorded.flatMap((one) =>
      one.report.tables.flatMap(({ judged, rows }) =>
        rows
          .filter(({ by }) => by === "all")
          .map((all) => [
            titleOf(one, judged),
            `\`${one.set.name}\``,
            ...scoresOf(all),
            bracketed(all.macroF1),
          ]),
      ),
    ),
  );
}

const WHOLE_NOTE =
  "A sentence counts as found where any flag of the signal stands in it, whatever its label or voice; macro-F1 is the mean of the F1 of yes and of no. Bias and loaded language are wider than any list of words, so part of them is out of reach; in `loaded-ptc` whole clauses are marked, so few of the marked words can be found.";

function ownVoice(recorded: readonly RecordedReport[]): string {
  const errors = recorded.flatMap(({ report }) =>
    report.figures.filter(({ name }) => name === "own-voice error"),
  );
  const said = table(
    ["own-voice words, against the coders'", "too many (+) or too few (−)"],
    errors.map(({ by, group, ...figure }) => [
      by === "all" ? "all outlets" : group,
      bracketed(figure, percent),
    ]),
  );
  return `${said}\n\nAn error that differs between outlets moves their rates apart, or together.`;
}

function labelTable(recorded: readonly RecordedReport[]): string {
  return table(
    ["label", "judged", "set", "flagged", "precision"],
    recorded.flatMap((one) =>
      one.report.tables.flatMap(({ judged, rows }) =>
        rows
          .filter(({ by }) => by === "label")
          .map(({ name, tp, fp, precision }) => [
            `\`${name}\``,
            judged === "sentences" ? one.set.unit : judged,
            `\`${one.set.name}\``,
            count(tp + fp),
            bracketed(precision),
          ]),
      ),
    ),
  );
}

const BASELINES =
  "Run beside the program in the same minute: the raw npm lists `hedges` and `weasels`; the words of AFINN-165 of −2 or less, and those of the VADER list below 0; every word in quotation marks taken for a source's; and flagging everything.";

function baselineTable(recorded: readonly RecordedReport[]): string {
  return table(
    ["method", "what", "set", "precision", "recall", "F1", "macro-F1"],
    recorded.flatMap((one) =>
      one.report.tables.flatMap(({ judged, rows }) =>
        rows
          .filter(({ by }) => by === "baseline")
          .map((method) => [
            method.name,
            titleOf(one, judged),
            `\`${one.set.name}\``,
            ...scoresOf(method),
            bracketed(method.macroF1),
          ]),
      ),
    ),
  );
}

const SCORED: readonly (readonly [kind: string, set: string])[] = [
  ["hedge", "hedging-news"],
  ["hedge", "hedging-wikipedia"],
  ["loaded_term", "loaded-babe"],
  ["loaded_tokens", "loaded-babe"],
  ["loaded_term", "loaded-ptc"],
  ["attribution", "attribution-polnear"],
  ["voice", "attribution-polnear"],
  ["quotations", "quotations"],
  ["quotations", "quotations-headlines"],
];

const COMMANDS = `In the folder of the program, with the ${RECORDED_SETS.length} labelled sets beside it in \`../shared/eval\` (they belong to their publishers and are not distributed):

- \`npm run evaluate\` prints all of this, by outlet too, with the worst disagreements in context;
- \`npm run evaluate -- --record\` writes this page and accuracy.json;
- \`npm run evaluate -- my-codings.csv\` does the same for codings of your own; the README says in which form.

A second program, which shares no code with this one, comes to the same figures:

${SCORED.map(([kind, set]) => `- \`python3 ../shared/check/score.py ${kind} ../shared/eval/${set}.jsonl\``).join("\n")}

The hash of the codebook is in every CSV, and in the \`.json\` beside it.`;
