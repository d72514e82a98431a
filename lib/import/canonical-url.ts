import { TRACKING_PARAMETERS, TRACKING_PREFIXES } from "./tracking-parameters.ts";

const WEB_SCHEME = /^https?:\/\//i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/**
 * A web address as a URL; a missing scheme is supplied. Null for what is no address of the web.
 *
 * @example parseWebUrl("www.herald.example/a")?.hostname // "www.herald.example"
 */
export function parseWebUrl(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed === "" || /\s/.test(trimmed)) return null;
  const withScheme = trimmed.startsWith("//") ? `https:${trimmed}` : trimmed;
  if (!WEB_SCHEME.test(withScheme) && ANY_SCHEME.test(withScheme)) return null;
  try {
    const url = new URL(WEB_SCHEME.test(withScheme) ? withScheme : `https://${withScheme}`);
    return url.hostname.includes(".") ||
      url.hostname.startsWith("[") ||
      url.hostname === "localhost"
      ? url
      : null;
  } catch {
    return null;
  }
}

function isTracking(parameter: string): boolean {
  const name = (parameter.split("=", 1)[0] ?? "").toLowerCase();
  return (
    TRACKING_PARAMETERS.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))
  );
}

/**
 * What the article's id is derived from: lower-case host without www, path without trailing slash, `?` and the remaining query
 * as it came. Scheme, user, fragment and tracking parameters are gone. Null where the text is no web address.
 *
 * @example canonicalUrl("HTTPS://www.Herald.example/a/?utm_source=x&id=7#top") // "herald.example/a?id=7"
 */
export function canonicalUrl(text: string): string | null {
  const url = parseWebUrl(text);
  if (url === null) return null;
  const host = url.host.replace(/^www\./, "").replace(/\.(?=:|$)/, "");
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !isTracking(parameter));
  const query = kept.length > 0 ? `?${kept.join("&")}` : "";
  return `${host}${withoutEndSlashes(url.pathname)}${query}`;
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 0x2f) end -= 1;
  return path.slice(0, end);
}
