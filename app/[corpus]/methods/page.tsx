import type { Metadata } from "next";
import { liveSignals } from "../../../lib/codebook/live-signals.ts";
import { readMeasured } from "../../../lib/documents/accuracy.ts";
import { getCodebookRules } from "../../../lib/documents/codebook-rules.ts";
import { getCorpusFigures } from "../../../lib/documents/corpus-figures.ts";
import { parseMarkdown } from "../../../lib/documents/markdown.ts";
import { readDocument } from "../../../lib/documents/read-document.ts";
import { cutSections, type SectionedDocument } from "../../../lib/documents/sections.ts";
import { corpusList, openCorpusOr404 } from "../../corpus.ts";
import { signalWords } from "../explore/explore-data.ts";
import { staleSentence } from "./accuracy-words.ts";
import { Contents, type Entry } from "./contents.tsx";
import { CorpusSection } from "./corpus-section.tsx";
import { DocumentBlocks, DocumentHeading } from "./document.tsx";
import "./methods.css";
import { RulesSection } from "./rules-section.tsx";
import { SignalsSection, signalHeadings } from "./signals-section.tsx";

export const metadata: Metadata = { title: "Methods" };

/** docs/methods.md with what it gives in this corpus, then the signals, the codebook's rules and docs/accuracy.md. */
export default async function Methods({ params }: { params: Promise<{ corpus: string }> }) {
  const corpus = await openCorpusOr404((await params).corpus);
  const [corpora, figures, rules, known] = await Promise.all([
    corpusList(),
    getCorpusFigures(corpus),
    getCodebookRules(corpus),
    liveSignals(corpus),
  ]);
  const methods = cutSections(parseMarkdown(readDocument("methods.md")));
  const accuracy = cutSections(parseMarkdown(readDocument("accuracy.md"), "accuracy-"));
  const path = `/${corpus.slug}/methods`;
  const title = corpora.find(({ slug }) => slug === corpus.slug)?.title ?? corpus.slug;
  return (
    <main id="main" className="methods mx-auto max-w-[1980px]">
      <div className="min-w-0 px-4 pt-5 pb-16 md:px-7">
        <div className="figure-rule" />
        <h1 className="mt-3 font-serif text-title-small md:text-title">{methods.title}</h1>
        <Contents entries={contentsOf(methods, accuracy, signalHeadings(known))} />
        <div className="document">
          <DocumentBlocks blocks={methods.opening} path={path} />
          <CorpusSection
            corpus={{ slug: corpus.slug, title }}
            figures={figures}
            signals={signalWords(known)}
            stale={staleSentence(readMeasured(), figures)}
          />
          {methods.sections.map(({ heading, blocks }) => (
            <section key={heading.id} aria-labelledby={heading.id}>
              <DocumentHeading heading={heading} deeper={0} />
              <DocumentBlocks blocks={blocks} path={path} />
            </section>
          ))}
          <SignalsSection signals={known} live={figures} />
          <RulesSection rules={rules} />
          <AccuracySection document={accuracy} path={path} />
        </div>
      </div>
    </main>
  );
}

function AccuracySection({ document, path }: { document: SectionedDocument; path: string }) {
  return (
    <section aria-labelledby="accuracy">
      <h2 id="accuracy">C {document.title}, as measured</h2>
      <DocumentBlocks blocks={document.opening} path={path} />
      {document.sections.map(({ heading, blocks }) => (
        <section key={heading.id} aria-labelledby={heading.id}>
          <DocumentHeading heading={heading} deeper={1} />
          <DocumentBlocks blocks={blocks} path={path} deeper={1} />
        </section>
      ))}
    </section>
  );
}

function contentsOf(
  methods: SectionedDocument,
  accuracy: SectionedDocument,
  signals: Entry["parts"],
): Entry[] {
  return [
    { id: "this-corpus", text: "This corpus", parts: [] },
    ...methods.sections.map(({ heading: { id, text }, parts }) => ({ id, text, parts })),
    { id: "signals", text: "A Signals", parts: signals },
    { id: "rules", text: "B Rules of the codebook", parts: [] },
    {
      id: "accuracy",
      text: `C ${accuracy.title}, as measured`,
      parts: accuracy.sections.map(({ heading }) => heading),
    },
  ];
}
