import { SIGNALS } from "../../analysis/signals/list.ts";
import { VIEW_PARAMETERS, viewParameterHelp } from "../view/view.ts";
import { EXPORTS } from "./exports.ts";

const INTRODUCTION = `# Data dictionary

Generated from the code that writes the files (lib/export): \`npx vitest run lib/export/data-dictionary -u\` makes it anew.

Every file is UTF-8 without byte order mark, RFC 4180, with one header row, ISO dates, point decimals at full precision, true and false, and an empty cell for no value. Rows are ordered by name and date, never by rate. Text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return, also after blanks) has an apostrophe in front; numbers never do. Offsets are UTF-16 code units into the part as stored, from start up to, not including, end.

A file is had from the page, from \`/api/CORPUS/export/NAME.csv?parameters\` or from \`framescope export NAME --corpus CORPUS\`, with the same bytes. The same address with \`.json\` describes it: view, permalink, columns, codebook, engine, number of rows.

What of the text may leave depends on \`text_rights\` of the import: \`numbers\` (text cells and headlines empty), \`snippets\` (the default: flagged words, 8 words a side, quotations cut at 25 words), \`text\`.
`;

/** docs/data-dictionary.md: parameters, signals and every column of every export. */
export function dataDictionary(): string {
  return [
    INTRODUCTION,
    parameters(),
    signals(),
    ...Object.entries(EXPORTS).map(exportSection),
  ].join("\n");
}

function parameters(): string {
  const rows = VIEW_PARAMETERS.map((name) => `| ${name} | ${viewParameterHelp(name)} |`);
  return ["## Parameters", "", "| parameter | what it takes |", "|---|---|", ...rows, ""].join(
    "\n",
  );
}

function signals(): string {
  const rows = SIGNALS.flatMap((signal) =>
    signal.labels.map((label) => {
      const counted = ["all", label.id].includes(signal.defaultLabel);
      return `| ${signal.id} | ${label.id} | ${counted ? "yes" : "when asked for"} | ${label.definition} |`;
    }),
  );
  const head = [
    "## Signals and labels",
    "",
    "A dictionary imported into a corpus is a signal too, `user_SLUG`, and its categories are the labels ([lexicons.md](lexicons.md)).",
    "",
    "| signal | label | counted | definition |",
    "|---|---|---|---|",
  ];
  return [...head, ...rows, ""].join("\n");
}

function exportSection([name, kind]: [string, (typeof EXPORTS)[string]]): string {
  const rows = kind.columns.map((column) => `| ${column.name} | ${column.describe} |`);
  const also = kind.also.length > 0 ? [`Further parameters: ${kind.also.join(", ")}.`, ""] : [];
  const further = kind.furtherColumns ? [`Further columns: ${kind.furtherColumns}`, ""] : [];
  const table = ["| column | what it holds |", "|---|---|", ...rows, ""];
  return [`## ${name}.csv`, "", kind.describe, "", ...also, ...table, ...further].join("\n");
}
