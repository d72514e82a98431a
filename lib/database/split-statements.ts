/** The next place after `at` that matters: the end of a quoted stretch, a comment, or one plain character. */
function skip(sql: string, at: number): number {
  const rest = sql.slice(at, at + 2);
  if (rest === "--") return endOf(sql, "\n", at + 2);
  if (rest === "/*") return endOfComment(sql, at + 2);
  const character = sql[at];
  if (character === "'") return endOfString(sql, at);
  if (character === '"') return endOf(sql, '"', at + 1);
  if (character === "$") return endOfDollarQuote(sql, at);
  return at + 1;
}

function endOf(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

/** Comments nest in PostgreSQL. */
function endOfComment(sql: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0 && at < sql.length) {
    const pair = sql.slice(at, at + 2);
    if (pair === "/*") depth++;
    if (pair === "*/") depth--;
    at += pair === "/*" || pair === "*/" ? 2 : 1;
  }
  return at;
}

/** A doubled quote simply opens the next string; only E'...' knows backslashes. */
function endOfString(sql: string, at: number): number {
  const escapes = /(^|[^\p{L}\p{N}_$])e$/iu.test(sql.slice(Math.max(0, at - 2), at));
  if (!escapes) return endOf(sql, "'", at + 1);
  let end = at + 1;
  while (end < sql.length && sql[end] !== "'") end += sql[end] === "\\" ? 2 : 1;
  return Math.min(end + 1, sql.length);
}

function endOfDollarQuote(sql: string, at: number): number {
  const insideName = at > 0 && /[\p{L}\p{N}_$]/u.test(sql.charAt(at - 1));
  const tag = insideName ? null : /^\$([\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(sql.slice(at, at + 66));
  return tag ? endOf(sql, tag[0], at + tag[0].length) : at + 1;
}

/**
 * The statements of a script, without their semicolons; comments stay with the statement that follows.
 * Several statements in one query fail on Citus once one of them alters a placed table.
 *
 * @example splitStatements("SELECT ';'; -- done;\nSELECT 2") // ["SELECT ';'", "-- done;\nSELECT 2"]
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  let hasCode = false;
  const close = (end: number) => {
    if (hasCode) statements.push(sql.slice(start, end).trim());
    start = end + 1;
    hasCode = false;
  };
  while (at < sql.length) {
    if (sql[at] === ";") {
      close(at++);
      continue;
    }
    const comment = sql.startsWith("--", at) || sql.startsWith("/*", at);
    if (!comment && !/\s/.test(sql.charAt(at))) hasCode = true;
    at = skip(sql, at);
  }
  close(sql.length);
  return statements;
}
