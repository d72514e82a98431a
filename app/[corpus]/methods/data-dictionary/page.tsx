import type { Metadata } from "next";
import { parseMarkdown } from "../../../../lib/documents/markdown.ts";
import { readDocument } from "../../../../lib/documents/read-document.ts";
import { cutSections } from "../../../../lib/documents/sections.ts";
import { openCorpusOr404 } from "../../../corpus.ts";
import { Contents } from "../contents.tsx";
import { DocumentBlocks, DocumentHeading } from "../document.tsx";
import "../methods.css";

export const metadata: Metadata = { title: "Data dictionary" };

/** docs/data-dictionary.md: what each column of each CSV holds. */
export default async function DataDictionary({ params }: { params: Promise<{ corpus: string }> }) {
  const { slug } = await openCorpusOr404((await params).corpus);
  const { title, opening, sections } = cutSections(
    parseMarkdown(readDocument("data-dictionary.md")),
  );
  const path = `/${slug}/methods`;
  return (
    <main id="main" className="methods mx-auto max-w-[1980px]">
      <div className="min-w-0 px-4 pt-5 pb-16 md:px-7">
        <div className="figure-rule" />
        <h1 className="mt-3 font-serif text-title-small md:text-title">{title}</h1>
        <Contents
          entries={sections.map(({ heading: { id, text }, parts }) => ({ id, text, parts }))}
        />
        <div className="document">
          <DocumentBlocks blocks={opening} path={path} />
          {sections.map(({ heading, blocks }) => (
            <section key={heading.id} aria-labelledby={heading.id}>
              <DocumentHeading heading={heading} deeper={0} />
              <DocumentBlocks blocks={blocks} path={path} />
            </section>
          ))}
        </div>
      </div>
    </main>
  );
}
