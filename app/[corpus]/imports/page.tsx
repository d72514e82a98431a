import type { Metadata } from "next";
import Link from "next/link";
import { listImports } from "../../../lib/import/imports.ts";
import { withFile } from "../../../lib/import/upload.ts";
import { openCorpusOr404 } from "../../corpus.ts";
import { ImportsTable } from "./imports-table.tsx";

export const metadata: Metadata = { title: "Imports" };

interface Props {
  params: Promise<{ corpus: string }>;
}

/** Every file that was brought into the corpus; each import can be undone. */
export default async function ImportsPage({ params }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const imports = (await listImports(corpus)).filter(({ status }) => status !== "uploading");
  const failed = imports.filter(({ status }) => status === "failed").map(({ id }) => id);
  return (
    <main id="main" className="mx-auto max-w-[1440px] px-4 pt-5 pb-10 md:px-7">
      <div className="figure-rule" />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-serif text-title-small md:text-title">Imports</h1>
        <Link className="control control-chosen" href={`/${corpus.slug}/import`}>
          Import a file
        </Link>
      </div>
      {imports.length === 0 ? (
        <p className="mt-6 text-ink2">Nothing imported yet. Choose files to begin.</p>
      ) : (
        <ImportsTable
          corpus={corpus.slug}
          imports={imports}
          withFile={await withFile(corpus, failed)}
        />
      )}
    </main>
  );
}
