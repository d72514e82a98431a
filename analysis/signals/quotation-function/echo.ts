import type { Rows } from "./row.ts";

/** E: where else the words (up to four) stand in headline and body. A term echoes, a quoted remark does so inside a longer one. */
export const echoRows: Rows = {
  E1: ({ echo }) => echo !== null && echo.unquoted === 0 && echo.alone === 0 && echo.inLonger === 0,
  E2: ({ echo }) => echo !== null && echo.inLonger > 0,
  E3: ({ echo }) => echo !== null && echo.alone > 0,
  E4: ({ echo }) => echo !== null && echo.unquoted >= 1 && echo.unquoted <= 2,
  E5: ({ echo }) => echo !== null && echo.unquoted >= 3,
  E6: ({ echo }) => echo !== null && echo.inHeadline > 0,
};
