/** A piece of a typed query with its place, from 0. */
export type QueryPiece =
  | { kind: "(" | ")" | "and" | "or" | "not"; at: number }
  | { kind: "words"; text: string; quoted: boolean; at: number };

/** What is wrong with a query, as the end of a sentence. */
export class QueryProblem extends Error {}

const QUOTES = '"“”„«»';
const OPERATORS: Readonly<Record<string, "and" | "or" | "not">> = {
  AND: "and",
  OR: "or",
  NOT: "not",
};

/** "character 5", as people count. */
export const place = (at: number) => `character ${at + 1}`;

/**
 * Cuts a query into words, phrases, operators and parentheses. Operators are capitals; a hyphen before a word or
 * phrase is NOT, within a word it belongs to it.
 * @throws QueryProblem for a quotation mark without a partner
 */
export function cutQuery(text: string): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === "(" || character === ")") pieces.push({ kind: character, at: at++ });
    else if (QUOTES.includes(character)) at = readPhrase(text, at, pieces);
    else if (character === "-" && /[^\s)-]/.test(text.charAt(at + 1)))
      pieces.push({ kind: "not", at: at++ });
    else at = readWord(text, at, pieces);
  }
  return pieces;
}

function readPhrase(text: string, at: number, pieces: QueryPiece[]): number {
  let end = at + 1;
  while (end < text.length && !QUOTES.includes(text.charAt(end))) end++;
  if (end === text.length)
    throw new QueryProblem(`has a quotation mark at ${place(at)} that is never closed`);
  pieces.push({ kind: "words", text: text.slice(at + 1, end), quoted: true, at });
  return end + 1;
}

function readWord(text: string, at: number, pieces: QueryPiece[]): number {
  let end = at;
  while (
    end < text.length &&
    !/[\s()]/.test(text.charAt(end)) &&
    !QUOTES.includes(text.charAt(end))
  )
    end++;
  const word = text.slice(at, end);
  const operator = Object.hasOwn(OPERATORS, word) ? OPERATORS[word] : undefined;
  pieces.push(operator ? { kind: operator, at } : { kind: "words", text: word, quoted: false, at });
  return end;
}
