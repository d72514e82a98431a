import type { Echo } from "./echo-index.ts";
import type { Rows } from "./row.ts";

/** E: where else the words (up to four) stand in headline and body. A term echoes, a quoted remark does so inside a longer one. */
export const echoRows: Rows = {
  E1: echoes(({ unquoted, alone, inLonger }) => unquoted === 0 && alone === 0 && inLonger === 0),
  E2: echoes(({ inLonger }) => inLonger > 0),
  E3: echoes(({ alone }) => alone > 0),
  E4: echoes(({ unquoted }) => unquoted >= 1 && unquoted <= 2),
  E5: echoes(({ unquoted }) => unquoted >= 3),
  E6: echoes(({ inHeadline }) => inHeadline > 0),
};

/** A row about the echo, where there is one. */
function echoes(test: (echo: Echo) => boolean): Rows[string] {
  return ({ echo }) => echo !== null && test(echo);
}
