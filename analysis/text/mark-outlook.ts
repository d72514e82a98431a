import type { Mark } from "./marks.ts";

/** For a mark: positions of the marks after it that decide what it is; the number of marks where there is none. */
export interface Outlook {
  /** Next double mark. */
  double: number;
  /** Next double mark that only closes. */
  doubleCloser: number;
  /** Next single mark that can close, and that can be nothing else. */
  closer: number;
  certainCloser: number;
  /** Next single mark that opens and can be nothing else. */
  opener: number;
}

/** One pass from the end, so that looking ahead from every mark stays linear. */
export function lookAhead(marks: readonly Mark[]): Outlook[] {
  const none = marks.length;
  const outlooks = new Array<Outlook>(none);
  let ahead: Outlook = {
    double: none,
    doubleCloser: none,
    closer: none,
    certainCloser: none,
    opener: none,
  };
  for (let position = none - 1; position >= 0; position--) {
    outlooks[position] = ahead;
    ahead = { ...ahead };
    const mark = marks[position] as Mark;
    if (mark.family === "double") {
      ahead.double = position;
      if (mark.shape === "closes") ahead.doubleCloser = position;
    } else if (mark.family === "single" && mark.shape === "closes") {
      ahead.closer = position;
      if (!mark.doubtful) ahead.certainCloser = position;
    } else if (mark.family === "single" && !mark.doubtful) {
      ahead.opener = position;
    }
  }
  return outlooks;
}
