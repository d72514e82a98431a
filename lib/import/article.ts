import { deriveArticleId, hashContent } from "./article-id.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { readDate, type SourceDate } from "./dates.ts";
import { type RecordRow, type RefusedRow, refused } from "./formats/row.ts";
import { type LanguageDetector, normaliseLanguage } from "./language.ts";
import { attributeName, type Field, type Mapping } from "./mapping.ts";
import { outletDomain } from "./outlet-name.ts";
import { wellFormed } from "./well-formed.ts";

/** An article as a file gives it, before it has met the database. */
export interface SourceArticle {
  kind: "article";
  line: number;
  /** 32 hex digits. */
  id: string;
  outlet: string | null;
  /** The registrable domain of the URL. */
  domain: string | null;
  url: string | null;
  publishedOn: string | null;
  publishedTime: string | null;
  headline: string;
  teaser: string;
  body: string;
  author: string | null;
  language: string;
  /** The record's own id. */
  sourceId: string | null;
  attributes: Record<string, string>;
  /** SHA-256 over teaser and body. */
  contentHash: Buffer;
}

export interface ReadingRules {
  mapping: Mapping;
  detector: LanguageDetector;
  /** "import" refuses a row without date, outlet or text; "analyze" takes it. */
  purpose: "import" | "analyze";
}

const LONGEST_NAME = 300;

/** The text as it came; NUL characters and halves of characters, which no database holds, are out. */
function cleanText(cell: string | undefined): string {
  return cell === undefined
    ? ""
    : wellFormed(cell.includes("\0") ? cell.replaceAll("\0", "") : cell);
}

function readAttributes(
  { columns, ignored }: Mapping,
  values: ReadonlyMap<string, string>,
): Record<string, string> {
  const taken = new Set([...Object.values(columns), ...ignored]);
  const attributes = new Map<string, string>();
  for (const [column, cell] of values) {
    if (taken.has(column) || cell.trim() === "") continue;
    const name = attributeName(cleanText(column));
    let free = name;
    for (let number = 2; attributes.has(free); number += 1) free = `${name}_${number}`;
    attributes.set(free, cleanText(cell));
  }
  return Object.fromEntries(attributes);
}

type DateOrRefusal = SourceDate | { publishedOn: null; publishedTime: null } | RefusedRow;

function readPublished(row: RecordRow, { mapping, purpose }: ReadingRules): DateOrRefusal {
  const { date, time } = mapping.columns;
  const reading = readDate((date && row.values.get(date)) ?? "", mapping.dateOrder);
  const clock = (time && cleanText(row.values.get(time)).trim()) || null;
  if (reading.ok) return { ...reading.date, publishedTime: reading.date.publishedTime ?? clock };
  if (purpose === "analyze") return { publishedOn: null, publishedTime: null };
  return refused(row.line, reading.reason, date ?? "date");
}

/** Why a row without text or outlet can't be imported, with the field that is meant; null where it can. */
function whatIsMissing(
  text: string,
  outlet: string | null,
): { field: Field; reason: string } | null {
  if (text.trim() === "")
    return { field: "body", reason: "No text: headline, teaser and body are empty." };
  if (outlet === null)
    return { field: "outlet", reason: "No outlet: neither a column nor the URL names one." };
  if (outlet.length <= LONGEST_NAME) return null;
  return {
    field: "outlet",
    reason: `The outlet's name has ${outlet.length} characters; the most is ${LONGEST_NAME}.`,
  };
}

/** One record as an article, or the reason why it is none. */
export function readArticle(row: RecordRow, rules: ReadingRules): SourceArticle | RefusedRow {
  const { mapping, purpose, detector } = rules;
  const cell = (field: Field) => cleanText(row.values.get(mapping.columns[field] ?? ""));
  const named = (field: Field) => cell(field).trim() || null;
  const published = readPublished(row, rules);
  if ("kind" in published) return published;
  const text = { headline: cell("headline"), teaser: cell("teaser"), body: cell("body") };
  const url = named("url");
  const domain = url === null ? null : outletDomain(url);
  const outlet =
    (domain === null ? null : mapping.domainNames[domain]) ??
    named("outlet") ??
    mapping.outlet ??
    domain;
  const missing = purpose === "import" ? whatIsMissing(Object.values(text).join(""), outlet) : null;
  if (missing)
    return refused(row.line, missing.reason, mapping.columns[missing.field] ?? missing.field);
  const canonical = url === null ? null : canonicalUrl(url);
  return {
    kind: "article",
    line: row.line,
    id: deriveArticleId({
      ...text,
      canonicalUrl: canonical,
      outlet: outlet ?? "",
      publishedOn: published.publishedOn ?? "",
    }),
    outlet,
    domain,
    url,
    ...published,
    ...text,
    author: named("author"),
    language: normaliseLanguage(cell("language")) ?? detector.detect(text),
    sourceId: named("id"),
    attributes: readAttributes(mapping, row.values),
    contentHash: hashContent(text.teaser, text.body),
  };
}
