import { cutQuery, place, type QueryPiece, QueryProblem } from "./cut-query.ts";
import { FEWEST_LETTERS, lexemeOf, readPatterns, type WordPattern } from "./word-pattern.ts";

/** What a text query asks of an article. `words`: they follow one another in one of its parts. */
export type SearchQuery =
  | { kind: "words"; patterns: readonly WordPattern[] }
  | { kind: "and" | "or"; queries: readonly SearchQuery[] }
  | { kind: "not"; query: SearchQuery };

export const LONGEST_QUERY = 500;
const MOST_WORDS = 40;
const DEEPEST = 20;

/** A query read; null where it is empty or has a problem, which then is the end of a sentence that begins with "q". */
export interface ReadQuery {
  query: SearchQuery | null;
  problem: string | null;
}

/**
 * Reads a text query: words (all must be there), "quoted phrases", AND, OR, NOT or a leading -, parentheses, and * at
 * the end of a word or within one. AND binds closer than OR. Never throws, whatever the text.
 *
 * @example readQuery('dam -"white house"').query // and of dam and not of the phrase
 * @example readQuery("dam OR").problem // 'ends after OR (character 5): a word must follow'
 */
export function readQuery(text: string): ReadQuery {
  if (text.length > LONGEST_QUERY) {
    return { query: null, problem: `must have at most ${LONGEST_QUERY} characters` };
  }
  try {
    const pieces = cutQuery(text);
    return { query: pieces.length === 0 ? null : new Parser(pieces).read(), problem: null };
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    return { query: null, problem: error.message };
  }
}

/**
 * The words of a typed phrase as patterns.
 * @throws QueryProblem where there is no word, or none that can be looked up
 */
export function requirePatterns(text: string, where: string): WordPattern[] {
  const patterns = readPatterns(text);
  if (patterns.length === 0) throw new QueryProblem(`has no word in it at ${where}`);
  if (patterns.every((pattern) => lexemeOf(pattern) === null)) {
    throw new QueryProblem(
      `needs ${FEWEST_LETTERS} letters or more before the * at ${where}, or a whole word beside it`,
    );
  }
  return patterns;
}

/** Recursive descent: or, and, not, then a word, a phrase or parentheses. */
class Parser {
  #next = 0;
  #words = 0;
  #depth = 0;
  readonly #pieces: readonly QueryPiece[];

  constructor(pieces: readonly QueryPiece[]) {
    this.#pieces = pieces;
  }

  read(): SearchQuery {
    const query = this.#or();
    const rest = this.#peek();
    if (rest) throw new QueryProblem(`has a ) at ${place(rest.at)} that closes nothing`);
    return query;
  }

  #peek(): QueryPiece | undefined {
    return this.#pieces[this.#next];
  }

  #take(kind: QueryPiece["kind"]): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#next++;
    return true;
  }

  #or(): SearchQuery {
    const queries = [this.#and()];
    while (this.#take("or")) queries.push(this.#and());
    return joined("or", queries);
  }

  #and(): SearchQuery {
    const queries = [this.#not()];
    for (;;) {
      const explicit = this.#take("and");
      const kind = this.#peek()?.kind;
      if (!explicit && (kind === undefined || kind === "or" || kind === ")")) break;
      queries.push(this.#not());
    }
    return joined("and", queries);
  }

  #not(): SearchQuery {
    if (!this.#take("not")) return this.#primary();
    this.#deepen(this.#pieces[this.#next - 1]);
    const query = this.#not();
    this.#depth--;
    return query.kind === "not" ? query.query : { kind: "not", query };
  }

  #primary(): SearchQuery {
    const piece = this.#peek();
    if (piece?.kind === "words") {
      this.#next++;
      return this.#leaf(piece);
    }
    if (piece?.kind !== "(") throw this.#missing(piece);
    this.#next++;
    this.#deepen(piece);
    const query = this.#or();
    this.#depth--;
    if (!this.#take(")"))
      throw new QueryProblem(`has a ( at ${place(piece.at)} that is never closed`);
    return query;
  }

  #leaf({ text, at }: QueryPiece & { kind: "words" }): SearchQuery {
    const patterns = requirePatterns(text, place(at));
    this.#words += patterns.length;
    if (this.#words > MOST_WORDS) throw new QueryProblem(`must have at most ${MOST_WORDS} words`);
    return { kind: "words", patterns };
  }

  #deepen(piece: QueryPiece | undefined): void {
    if (++this.#depth > DEEPEST) {
      throw new QueryProblem(`is nested more than ${DEEPEST} deep at ${place(piece?.at ?? 0)}`);
    }
  }

  /** What to say where a word should stand. */
  #missing(piece: QueryPiece | undefined): QueryProblem {
    if (piece)
      return new QueryProblem(`has ${nameOf(piece)} at ${place(piece.at)} where a word must stand`);
    const last = this.#pieces[this.#next - 1];
    return last
      ? new QueryProblem(`ends after ${nameOf(last)} (${place(last.at)}): a word must follow`)
      : new QueryProblem("is empty");
  }
}

const nameOf = (piece: QueryPiece) =>
  piece.kind === "words" ? "a word" : piece.kind.toUpperCase();

function joined(kind: "and" | "or", queries: SearchQuery[]): SearchQuery {
  const [only] = queries;
  return only && queries.length === 1 ? only : { kind, queries };
}
