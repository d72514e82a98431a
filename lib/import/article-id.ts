import { createHash } from "node:crypto";

export interface IdentifyingParts {
  /** Of canonicalUrl, or null where there is no URL. */
  canonicalUrl: string | null;
  /** The outlet's name as the file gives it. */
  outlet: string;
  /** ISO day, or "" where there is none. */
  publishedOn: string;
  headline: string;
  body: string;
}

/**
 * The id of an article, 32 hex digits: the first 128 bits of SHA-256 (UTF-8) over its canonical URL, or over outlet name,
 * publishedOn, headline and body joined by LF where there is no URL.
 *
 * @example deriveArticleId({ canonicalUrl: "herald.example/a", ... }) // "cb59f0f4a5b0a5ca..." whatever the other parts are
 */
export function deriveArticleId(parts: IdentifyingParts): string {
  const { outlet, publishedOn, headline, body } = parts;
  const identity = parts.canonicalUrl ?? [outlet, publishedOn, headline, body].join("\n");
  return createHash("sha256").update(identity, "utf8").digest("hex").slice(0, 32);
}

/** SHA-256 over teaser and body joined by LF: articles of equal text have equal hashes. */
export function hashContent(teaser: string, body: string): Buffer {
  return createHash("sha256").update(`${teaser}\n${body}`, "utf8").digest();
}
