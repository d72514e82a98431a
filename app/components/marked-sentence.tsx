import { cutPieces, withMarks } from "../pieces.ts";

interface SentenceProps {
  text: string;
  flags: { start: number; end: number; voice: string }[];
  signal: string;
}

export const markClass = (signal: string) =>
  signal.startsWith("user_") ? "mark-user" : `mark-${signal}`;

/** A sentence with the flags of one signal marked; a quoted or reported flag keeps its line and loses its tint. */
export function MarkedSentence({ text, flags, signal }: SentenceProps) {
  const spans = flags.map((flag) => ({ ...withMarks(text, flag), voice: flag.voice }));
  return cutPieces(text.length, spans).map(({ start, end, spans: over }) => {
    const words = text.slice(start, end);
    if (over.length === 0) return words;
    const tint = over.some(({ voice }) => voice === "outlet") ? "mark-tint" : "";
    return (
      <mark key={start} className={`bg-transparent text-inherit mark ${markClass(signal)} ${tint}`}>
        {words}
      </mark>
    );
  });
}
