"use client";

import { ExternalLink } from "lucide-react";
import { type MouseEvent, memo, type ReactNode, type Ref, useMemo } from "react";
import type { Part } from "../../../../analysis/types.ts";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { markClass } from "../../../components/marked-sentence.tsx";
import { formatDay, formatTime } from "../../../format.ts";
import { cutPieces } from "../../../pieces.ts";
import { type SignalWords, VOICE_OF_FLAG } from "../../../view-words.ts";
import {
  type Painted,
  type Paragraph,
  paintPart,
  paragraphsOf,
  withinParagraph,
} from "./reading.ts";

interface ArticleTextProps {
  ref: Ref<HTMLElement>;
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  chosen: number | null;
  onClick: (event: MouseEvent) => void;
}

/** Headline, teaser and body as they were stored, with the flags that are switched on. */
export const ArticleText = memo(function ArticleText({
  ref,
  article,
  signals,
  shown,
  chosen,
  onClick,
}: ArticleTextProps) {
  // The text is one tab stop: the chosen flag has it, else the first.
  const stop = chosen ?? article.flags.findIndex(({ signal }) => shown.has(signal));
  const painted = useMemo(() => signals.filter(({ id }) => shown.has(id)), [signals, shown]);
  const paint = (part: Part) => (
    <PaintedPart part={part} article={article} signals={painted} chosen={chosen} stop={stop} />
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a focused flag is served by useReadingKeys
    <article ref={ref} className="reading-text" onClick={onClick} data-testid="article">
      <p className="flex flex-wrap items-baseline gap-x-3 text-small text-ink2">
        <span
          className={`font-semibold ${article.outlet.slot ? `slot-${article.outlet.slot} slot-text` : "text-ink"}`}
        >
          {article.outlet.name}
        </span>
        <span>
          {formatDay(article.publishedOn)}
          {article.publishedTime ? `, ${formatTime(article.publishedTime)}` : ""}
        </span>
        {article.author && <span>{article.author}</span>}
        {article.url && (
          <a
            className="link ml-auto inline-flex items-center gap-1"
            href={article.url}
            rel="noopener noreferrer"
            target="_blank"
          >
            Original
            <ExternalLink size={13} aria-hidden="true" />
            <span className="sr-only">(opens a new tab)</span>
          </a>
        )}
      </p>
      <h1
        lang={article.language}
        className="mt-2 font-serif text-headline-small break-words md:text-headline"
      >
        {article.headline === "" ? (
          <span className="text-ink3">Without a headline</span>
        ) : (
          paint("headline")
        )}
      </h1>
      <div
        lang={article.language}
        className="font-serif text-article-small break-words md:text-article"
      >
        {article.teaser !== "" && <div className="text-ink2">{paint("teaser")}</div>}
        {paint("body")}
      </div>
      <Descriptions signals={signals} />
    </article>
  );
});

/** What a focused flag is called; kept outside the text, so that copied text stays clean. */
function Descriptions({ signals }: { signals: SignalWords[] }) {
  return (
    <div hidden>
      {signals.flatMap(({ id, singular }) =>
        Object.entries(VOICE_OF_FLAG).map(([voice, words]) => (
          <span key={`${id} ${voice}`} id={`flag-${id}-${voice}`}>
            {singular}, {words}
          </span>
        )),
      )}
    </div>
  );
}

interface PartProps {
  part: Part;
  article: ArticleView;
  /** Those that are switched on. */
  signals: readonly SignalWords[];
  chosen: number | null;
  stop: number;
}

function PaintedPart({ part, article, signals, chosen, stop }: PartProps) {
  const text = article[part];
  const painted = useMemo(
    () => paintPart(part, text, article, signals),
    [part, text, article, signals],
  );
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  // A flag that runs over a line break takes the focus in its first paragraph alone.
  const context = { text, painted, chosen, stop, begun: new Set<number>() };
  return paragraphs.map((paragraph) => {
    const content = paintParagraph(paragraph, context);
    if (part === "headline") return <span key={paragraph.start}>{content}</span>;
    return (
      <p key={paragraph.start} className="mt-4">
        {content}
      </p>
    );
  });
}

interface PaintContext {
  text: string;
  painted: readonly Painted[];
  chosen: number | null;
  stop: number;
  begun: Set<number>;
}

function paintParagraph(paragraph: Paragraph, context: PaintContext): ReactNode[] {
  const text = context.text.slice(paragraph.start, paragraph.end);
  const spans = withinParagraph(context.painted, paragraph);
  return cutPieces(text.length, spans).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    // Quotations lie under flags, whatever their length.
    const over = [...piece.spans].sort(
      (a, b) => Number(a.kind === "flag") - Number(b.kind === "flag"),
    );
    const tints = { left: 2 };
    return over.reduceRight<ReactNode>(
      (inner, span) => wrap(span, inner, { ...context, words, tints }, piece.start),
      words,
    );
  });
}

interface WrapContext extends PaintContext {
  words: string;
  /** At most two tints lie over each other; further signals add a line only. */
  tints: { left: number };
}

function wrap(span: Painted, inner: ReactNode, context: WrapContext, key: number): ReactNode {
  if (span.kind === "quotation") {
    return (
      <span key={key} className={`quotation-${span.function}`}>
        {typeof inner === "string" ? boldMarks(inner) : inner}
      </span>
    );
  }
  const first = !context.begun.has(span.index);
  context.begun.add(span.index);
  const tint = span.counted && span.voice === "outlet" && context.tints.left > 0;
  if (tint) context.tints.left--;
  const lane = span.lane > 0 ? `lane-${span.lane}` : "";
  return (
    <mark
      key={key}
      data-flag={span.index}
      data-first={first ? "true" : undefined}
      data-chosen={span.index === context.chosen ? "true" : undefined}
      tabIndex={first ? (span.index === context.stop ? 0 : -1) : undefined}
      aria-describedby={first ? `flag-${span.signal}-${span.voice}` : undefined}
      className={`flag mark bg-transparent text-inherit ${markClass(span.signal)} ${tint ? "mark-tint" : ""} ${lane}`}
    >
      {inner}
    </mark>
  );
}

/** The quotation marks of a direct or partial quotation stand out. */
function boldMarks(words: string): ReactNode {
  return words.split(/(["“”„‟«»]|^['‘’]|['‘’]$)/).map((piece, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text
      <span key={i} className="quotation-mark">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
