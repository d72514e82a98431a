import { parseMarkdown } from "../../../lib/documents/markdown.ts";
import { type DocumentName, readDocument } from "../../../lib/documents/read-document.ts";
import { cutSections } from "../../../lib/documents/sections.ts";
import { Contents } from "./contents.tsx";
import { DocumentBlocks, DocumentHeading } from "./document.tsx";
import "./methods.css";

/** A document of docs/ as a page of its own; `path` is the Methods page that its links start from. */
export function DocumentPage({ name, path }: { name: DocumentName; path: string }) {
  const { title, opening, sections } = cutSections(parseMarkdown(readDocument(name)));
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
