import { getDomain } from "tldts";
import { parseWebUrl } from "./canonical-url.ts";

export { foldOutletName } from "../outlets/fold-outlet-name.ts";

/**
 * The domain that stands for an outlet: registrable, and a site of its own under github.io, blogspot.com and the like.
 *
 * @example outletDomain("https://www.news.bbc.co.uk/a") // "bbc.co.uk"
 */
export function outletDomain(url: string): string | null {
  const host = parseWebUrl(url)?.hostname;
  return host ? (getDomain(host, { allowPrivateDomains: true }) ?? host) : null;
}

/**
 * What stands for an outlet in addresses and parameters: letters and digits of any script, joined by hyphens.
 *
 * @example outletSlug("Velmora Herald (Opinion)") // "velmora-herald-opinion"
 */
export function outletSlug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const slug = plain
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  // "all" and "none" are words of parameters.
  return slug === "" || slug === "all" || slug === "none" ? `outlet${slug && "-"}${slug}` : slug;
}
