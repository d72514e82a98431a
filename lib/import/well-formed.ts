/** Node has this method since version 20; TypeScript's ES2023 does not know it. */
type Text = string & { toWellFormed(): string };

/** Text whose halves of surrogate pairs that stand alone are U+FFFD, as UTF-8 would make them: offsets stay. */
export function wellFormed(text: string): string {
  return (text as Text).toWellFormed();
}
