import type { Tokens } from "../text/text-index.ts";
import type {
  CodebookFiles,
  Lexicon,
  LexiconMatch,
  QuotationWeights,
  Vocabulary,
} from "./codebook.ts";

/** A codebook ready for use: immutable, named by its hash, the same for every article of a version. */
export interface Codebook {
  /** SHA-256 of the files in hex, given by lib. */
  hash: string;
  lexicons: ReadonlyMap<string, Lexicon>;
  vocabulary: Vocabulary;
  /** Named word lists of the quotation evidence (SAY, SHIELD, ...) as sets of vocabulary numbers: has(list, id). */
  inList(list: string, id: number): boolean;
  quotationWeights: QuotationWeights;
  /** Matches of one lexicon, by start; the longest wins within a label, exceptions are left out. Linear in the tokens. */
  match(lexicon: string, tokens: Tokens, text: string): LexiconMatch[];
}

/**
 * Parses, checks and compiles the codebook's files.
 * @throws CodebookError with file, line and field of the first mistakes.
 */
export declare function compileCodebook(files: CodebookFiles, hash: string): Codebook;
