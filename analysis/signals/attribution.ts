import type { Codebook } from "../codebook/compile.ts";
import { fold } from "../text/fold.ts";
import type { TextIndex } from "../text/text-index.ts";
import { type Evidence, ofPart, type Part, type Span } from "../types.ts";
import { contentOf } from "./cues/content-span.ts";
import { cuePhrase, joinBefore } from "./cues/cue-phrase.ts";
import { type Cue, type CueClass, READINGS, type Reading, readCue } from "./cues/cue-reading.ts";
import { findHeadlineClaim } from "./cues/headline-claim.ts";
import { type ReadAttribution, withoutNested } from "./cues/nested-cues.ts";
import type { Region } from "./cues/region.ts";
import { Regions } from "./cues/regions.ts";
import { sourceOf } from "./cues/source-phrase.ts";
import { Words } from "./cues/words.ts";
import type { ArticleIndex, Attribution, FoundFlag, Signal } from "./signal.ts";

const LEXICON = "attribution-verbs";
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}'-]+/u;

/** The evidence of an attribution is how its cue was read: the same objects for all that are read alike. */
const EVIDENCE: ReadonlyMap<Reading, Evidence[]> = new Map(
  READINGS.map((reading) => [reading, [{ rule: `cue_${reading}`, weight: 1 }]]),
);

/**
 * Finds who is said to have said what: reporting verbs after or before their subject, "according to", nouns ("Ana's claim
 * that"), and headlines of the form `Name: claim`. Cues inside quotations are the source's own words and are left out.
 * By part, then start. Spans are UTF-16 offsets into their part. Time is linear in the text.
 *
 * @example In "The mayor said that the bridge was safe.": cue "said", source "The mayor", content "that the bridge was safe".
 */
export function findAttributions(
  parts: Readonly<Record<Part, TextIndex>>,
  codebook: Codebook,
): Attribution[] {
  const found = {
    headline: findIn("headline", parts.headline, codebook),
    teaser: findIn("teaser", parts.teaser, codebook),
    body: findIn("body", parts.body, codebook),
  };
  const claim = headlineClaim(parts, codebook, [...found.teaser, ...found.body]);
  const headline = claim === null ? found.headline : [claim, ...found.headline];
  headline.sort((a, b) => a.cue.start - b.cue.start);
  return [...headline, ...found.teaser, ...found.body];
}

function findIn(part: Part, index: TextIndex, codebook: Codebook): Attribution[] {
  const matches = codebook.match(LEXICON, index.tokens, index.text);
  if (matches.length === 0) return [];
  const words = new Words(index, codebook);
  const regions = new Regions(words);
  const found: ReadAttribution[] = [];
  let lastRegion: Region | null = null;
  for (const { entry, from, to } of matches) {
    const last = found.at(-1)?.attribution;
    // "Said in a statement" is one cue.
    if (last !== undefined && words.start(from) < last.cue.end) continue;
    const region = regions.of(from);
    if (region === null) continue;
    const first = region.itemOf(from);
    const end = region.itemOf(to - 1) + 1;
    if (first < 0 || end <= 0) continue;
    const kind = entry.towards as CueClass;
    const cue: Cue = {
      region,
      entry,
      class: kind,
      from: first,
      to: end,
      headline: part === "headline",
    };
    const reading = readCue(cue);
    if (reading === null) continue;
    const before = last !== undefined && region === lastRegion ? last : null;
    const attribution = attributionOf(part, cue, reading, before);
    // "Voiced" is a cue of its own, and part of the one in "voiced support for".
    while (startsLast(found, attribution)) found.pop();
    found.push({ attribution, class: kind, reading });
    lastRegion = region;
  }
  return withoutNested(found);
}

/** Whether the last cue found does not start before another: then it is a part of that. */
function startsLast(found: readonly ReadAttribution[], { cue }: Attribution): boolean {
  const last = found.at(-1)?.attribution;
  return last !== undefined && last.cue.start >= cue.start;
}

/** The attribution of a cue; where it shares the subject of the one before, that one's content ends before it. */
function attributionOf(
  part: Part,
  cue: Cue,
  reading: Reading,
  before: Attribution | null,
): Attribution {
  const { region, entry } = cue;
  const phrase = cuePhrase(cue, reading);
  const join = before === null ? -1 : joinBefore(cue, reading, phrase);
  if (before && join > 0) before.content = contentUpTo(before.content, region.end(join - 1));
  const source = sourceOf(cue, reading, phrase);
  return {
    part,
    cue: { start: region.start(phrase.from), end: region.end(phrase.to - 1) },
    source: before && join > 0 ? before.source : source && region.cut(source.from, source.to),
    content: contentOf(cue, reading, phrase, source),
    term: entry.term,
    label: entry.label,
    evidence: EVIDENCE.get(reading) ?? [],
  };
}

/** What of the stretches of a content lies before an offset. */
function contentUpTo(content: readonly Span[], offset: number): Span[] {
  return content
    .filter(({ start }) => start < offset)
    .map(({ start, end }) => ({ start, end: Math.min(end, offset) }));
}

/** The headline's `Name: claim`, where the name is a source further down, or where there is nothing further down. */
function headlineClaim(
  parts: Readonly<Record<Part, TextIndex>>,
  codebook: Codebook,
  below: readonly Attribution[],
): Attribution | null {
  const claim = findHeadlineClaim(new Words(parts.headline, codebook));
  if (claim === null) return null;
  const bare = parts.body.tokens.words + parts.teaser.tokens.words === 0;
  if (!bare && !namesSource(claim.name, parts, below)) return null;
  const { source, cue, content } = claim;
  const evidence = [{ rule: bare ? "headline_colon" : "headline_name_is_source", weight: 1 }];
  return {
    part: "headline",
    source,
    cue,
    content: [content],
    term: ":",
    label: "neutral",
    evidence,
  };
}

/** Whether a word, in lower case, stands in the source of an attribution. */
function namesSource(
  name: string,
  parts: Readonly<Record<Part, TextIndex>>,
  attributions: readonly Attribution[],
): boolean {
  return attributions.some(({ part, source }) => {
    if (source === null) return false;
    const text = fold(parts[part].text, source.start, source.end);
    if (!text.includes(name)) return false;
    return text.split(NOT_A_WORD).some((word) => word.replace(/'s$/, "") === name);
  });
}

function flagOf(article: ArticleIndex, attribution: Attribution): FoundFlag {
  const { part, cue, source, term, label, evidence } = attribution;
  const subject = source && ofPart(article.parts, part).text.slice(source.start, source.end);
  const { start, end } = cue;
  return { part, start, end, label, term, subject, score: null, evidence };
}

export const attribution: Signal = {
  id: "attribution",
  title: "Attributions",
  singular: "attribution",
  definition:
    "Verbs and phrases by which the outlet hands words or thoughts to somebody: said, according to, claimed, admitted. The label is the stance that the verb takes towards what was said.",
  limits:
    "A verb's stance is that of the dictionary, not of its sentence. Sources are phrases found by position, not names resolved. Cues inside quotations are left out: there the source speaks. What a second sentence carries on without a cue is not traced.",
  references: [
    "Pareti, S. (2016). PARC 3.0: A corpus of attribution relations. LREC 2016.",
    "Newell, E. et al. (2018). An attribution relations corpus for political news. LREC 2018.",
    "Caldas-Coulthard, C. R. (1994). On reporting reporting. In M. Coulthard (Ed.), Advances in Written Text Analysis.",
  ],
  labels: [
    {
      id: "neutral",
      title: "Neutral",
      definition: "Says that it was said, asked or shown, and no more: said, told, asked.",
    },
    {
      id: "attitude",
      title: "Attitude",
      definition:
        "Says what somebody thinks, feels or wants, not what was said: believed, hoped, opposed.",
    },
    {
      id: "factive",
      title: "Factive",
      definition: "Takes for granted that it holds: explained, noted, pointed out.",
    },
    {
      id: "doubting",
      title: "Doubting",
      definition:
        "Keeps the words at a distance or casts them as an attack: claimed, alleged, accused.",
    },
    {
      id: "conceding",
      title: "Conceding",
      definition: "Yields a point, as if against the speaker's interest: admitted, conceded.",
    },
    {
      id: "insisting",
      title: "Insisting",
      definition: "Presses a point as if against doubt: insisted, asserted, maintained.",
    },
  ],
  defaultLabel: "all",
  find: (article) => article.attributions.map((found) => flagOf(article, found)),
  examples: [
    { text: "The mayor said that the bridge was safe.", flags: ["said"] },
    { text: "According to the engineers, the bridge is safe.", flags: ["According to"] },
    {
      text: "The union has repeatedly claimed that the count was wrong.",
      flags: ["has repeatedly claimed"],
    },
    { text: "“We are ready,” added the captain.", flags: ["added"] },
    { text: "The minister's claim that the road was safe was false.", flags: ["claim"] },
    { text: "The State Department met on Tuesday after the storm.", flags: [] },
    { text: "A claim was paid by the insurer.", flags: [] },
  ],
};
