const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text whose halves of surrogate pairs that stand alone are U+FFFD, as UTF-8 would make them: offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, "\uFFFD");
}
