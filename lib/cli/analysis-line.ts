import type { Analysis, Flag, Quotation } from "../../analysis/types.ts";
import type { SourceArticle } from "../import/article.ts";

function quotationOf({
  part,
  start,
  end,
  text,
  function: role,
  distanced,
  uncertain,
  probabilities,
  speaker,
  evidence,
}: Quotation) {
  return {
    part,
    start,
    end,
    text,
    function: role,
    distanced,
    uncertain,
    probabilities,
    speaker,
    evidence: evidence.map(({ rule, weight }) => ({ rule, weight })),
  };
}

function flagOf({
  signal,
  label,
  part,
  start,
  end,
  text,
  term,
  subject,
  voice,
  score,
  evidence,
}: Flag) {
  return {
    signal,
    label,
    part,
    start,
    end,
    text,
    term,
    subject,
    voice,
    score,
    evidence: evidence.map(({ rule, weight }) => ({ rule, weight })),
  };
}

/** One article's analysis as `framescope analyze` prints it: one line of JSON, the keys always in this order. */
export function analysisLine(article: SourceArticle, analysis: Analysis): string {
  const { outlet, url, publishedOn, headline, language } = article;
  return JSON.stringify({
    id: article.sourceId ?? article.id,
    outlet,
    url,
    publishedOn,
    headline,
    language,
    words: analysis.words.map(({ part, voice, count }) => ({ part, voice, count })),
    voices: analysis.voices.map(({ part, start, end, voice }) => ({ part, start, end, voice })),
    quotations: analysis.quotations.map(quotationOf),
    flags: analysis.flags.map(flagOf),
  });
}
