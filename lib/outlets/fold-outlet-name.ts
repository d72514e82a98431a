/** The key of an outlet's name: equal for names that differ in case, width or blanks alone. */
export function foldOutletName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}
