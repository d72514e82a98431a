import type { QuotationContext } from "./context.ts";
import { hasWord } from "./readings.ts";
import type { Rows } from "./row.ts";

/** Whether one of up to three words is in a list: in longer quotations a word says little. */
const hasQuotedWord = (q: QuotationContext, list: Uint8Array): boolean =>
  q.words.length <= 3 && hasWord(q, list);

/** W: what news does with these words when it puts them in marks (quoted-words.csv): knowledge that the article doesn't give. */
export const usageRows: Rows = {
  W1: (q) => hasQuotedWord(q, q.lists.DIRECT_OFTEN),
  W2: (q) => hasQuotedWord(q, q.lists.DIRECT_MOSTLY),
  W3: (q) => hasQuotedWord(q, q.lists.PARTIAL_OFTEN),
  W4: (q) => hasQuotedWord(q, q.lists.PARTIAL_SELDOM),
  W5: (q) => hasQuotedWord(q, q.lists.PARTIAL_HARDLY),
  W6: (q) => hasQuotedWord(q, q.lists.SCARE_OFTEN),
  W7: (q) => hasQuotedWord(q, q.lists.SCARE_MOSTLY),
  W8: (q) => hasQuotedWord(q, q.lists.SCARE_SELDOM),
  W9: (q) => hasQuotedWord(q, q.lists.TITLE_OFTEN),
  W10: (q) => hasQuotedWord(q, q.lists.TITLE_MOSTLY),
  W11: (q) => hasQuotedWord(q, q.lists.TERM_OFTEN),
  W12: (q) => hasQuotedWord(q, q.lists.TERM_MOSTLY),
  W13: (q) => hasQuotedWord(q, q.lists.TERM_SELDOM),
  W14: (q) => hasQuotedWord(q, q.lists.MENTION_OFTEN),
  W15: (q) => hasQuotedWord(q, q.lists.MENTION_MOSTLY),
  /** The same of all two to four words, as a phrase. */
  W16: (q) => q.lists.DIRECT_OFTEN[q.phrase] === 1,
  W17: (q) => q.lists.DIRECT_MOSTLY[q.phrase] === 1,
  W18: (q) => q.lists.PARTIAL_OFTEN[q.phrase] === 1,
  W19: (q) => q.lists.PARTIAL_SELDOM[q.phrase] === 1,
  W20: (q) => q.lists.PARTIAL_HARDLY[q.phrase] === 1,
  W21: (q) => q.lists.SCARE_OFTEN[q.phrase] === 1,
  W22: (q) => q.lists.SCARE_MOSTLY[q.phrase] === 1,
  W23: (q) => q.lists.SCARE_SELDOM[q.phrase] === 1,
  W24: (q) => q.lists.TITLE_OFTEN[q.phrase] === 1,
  W25: (q) => q.lists.TITLE_MOSTLY[q.phrase] === 1,
  W26: (q) => q.lists.TERM_OFTEN[q.phrase] === 1,
  W27: (q) => q.lists.TERM_MOSTLY[q.phrase] === 1,
  W28: (q) => q.lists.TERM_SELDOM[q.phrase] === 1,
  W29: (q) => q.lists.MENTION_OFTEN[q.phrase] === 1,
  W30: (q) => q.lists.MENTION_MOSTLY[q.phrase] === 1,
};
