/** One mistake in a codebook file. Line 1 is the header; field is a column's name, or "" for the whole line or file. */
export interface Mistake {
  file: string;
  line: number;
  field: string;
  message: string;
}

const SHOWN = 20;

/** "lexicons/hedges.csv:12 label: unknown label \"modl\"". */
function describe({ file, line, field, message }: Mistake): string {
  return `${file}:${line}${field === "" ? "" : ` ${field}`}: ${message}`;
}

/** The codebook's files can't be used. The message lists the first 20 mistakes, one to a line. */
export class CodebookError extends Error {
  override readonly name = "CodebookError";
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const rest = mistakes.length - SHOWN;
    const lines = mistakes.slice(0, SHOWN).map(describe);
    super([...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n"));
    this.mistakes = mistakes;
  }
}
