/** Path segments and names that mean something else. */
const RESERVED = new Set(["api", "corpora", "_next", "default"]);

/** So that framescope_trash_<slug>_<time> stays within the 63 bytes of a database's name. */
const MAX_LENGTH = 30;

/** The corpus that a DATABASE_URL of the user's names. */
export const DEFAULT_SLUG = "default";

/** What is wrong with a slug for a new corpus, as the end of a sentence, or null. */
export function slugProblem(slug: string): string | null {
  if (RESERVED.has(slug)) return `"${slug}" is a reserved word`;
  if (slug.length > MAX_LENGTH) return `it has more than ${MAX_LENGTH} characters`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    return "a slug is made of lower-case letters a to z and digits, with single hyphens between them";
  }
  return null;
}

/**
 * A slug from a title.
 * @example slugOf("Ukraine 2022: Côte d'Azur") // "ukraine-2022-cote-d-azur"
 */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
  if (words === "") return "corpus";
  return slugProblem(words) === null ? words : `${words}-corpus`;
}

/** The slug with a number, as long as slugs may be: "sample", 2 gives "sample-2". */
export function numberedSlug(slug: string, number: number): string {
  const suffix = `-${number}`;
  return slug.slice(0, MAX_LENGTH - suffix.length).replace(/-+$/, "") + suffix;
}
