import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { FramescopeError } from "../../../lib/errors.ts";
import {
  type ImportSummary,
  isOpen,
  listImports,
  type Refusal,
  readRefusals,
} from "../../../lib/import/imports.ts";
import { type ImportStanding, readStanding } from "../../../lib/import/standing.ts";
import { previewImport, uploadLimit } from "../../../lib/import/upload.ts";
import { openCorpusOr404 } from "../../corpus.ts";
import { ImportsTable } from "../imports/imports-table.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { MatchColumns } from "./match-columns.tsx";
import { Progress } from "./progress.tsx";
import { Steps } from "./steps.tsx";

export const metadata: Metadata = { title: "Import" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Choose, match, import: the step follows from where the import of the address stands, so a reload loses nothing. */
export default async function ImportPage({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const { id } = await searchParams;
  const summary = typeof id === "string" ? await importOr404(corpus, id) : null;
  const started = summary !== null && summary.status !== "uploading" && !isOpen(summary);
  return (
    <main id="main" className="mx-auto max-w-[1440px] px-4 pt-5 pb-10 md:px-7">
      <div className="figure-rule" />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-serif text-title-small md:text-title">Import articles</h1>
        <Steps now={started ? 3 : summary ? 2 : 1} />
      </div>
      {summary === null ? (
        <ChooseStep corpus={corpus} />
      ) : started ? (
        <Progress
          corpus={corpus.slug}
          first={summary}
          refused={await firstRefusals(corpus, summary)}
        />
      ) : (
        <MatchStep corpus={corpus} summary={summary} />
      )}
    </main>
  );
}

async function importOr404(corpus: CorpusDatabase, id: string): Promise<ImportStanding> {
  const summary = /^\d{1,9}$/.test(id) ? await readStanding(corpus, Number(id)) : null;
  if (!summary) notFound();
  return summary;
}

async function ChooseStep({ corpus }: { corpus: CorpusDatabase }) {
  const imports = (await listImports(corpus)).filter(({ status }) => status !== "uploading");
  return (
    <>
      <ChooseFile corpus={corpus.slug} limit={uploadLimit()} />
      {imports.length > 0 && (
        <section className="mt-8" aria-labelledby="past-title">
          <div className="flex items-baseline justify-between">
            <h2 id="past-title" className="font-semibold">
              Imports of this corpus
            </h2>
            <Link className="link text-small touch:py-3" href={`/${corpus.slug}/imports`}>
              All imports
            </Link>
          </div>
          <ImportsTable corpus={corpus.slug} imports={imports.slice(0, SHOWN_IMPORTS)} />
        </section>
      )}
    </>
  );
}

/** A file that can't be read at all says why, with the way back. */
async function MatchStep({ corpus, summary }: { corpus: CorpusDatabase; summary: ImportStanding }) {
  try {
    const preview = await previewImport(corpus, summary.id);
    return <MatchColumns corpus={corpus.slug} first={{ preview, standing: summary }} />;
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.status >= 500) throw error;
    return (
      <p role="alert" className="mt-6 border-l-3 border-question bg-question-ground p-4">
        {error.message}{" "}
        <a className="link" href={`/${corpus.slug}/import`}>
          Choose another file
        </a>
      </p>
    );
  }
}

const SHOWN_IMPORTS = 5;
const SHOWN_REFUSALS = 100;

async function firstRefusals(corpus: CorpusDatabase, summary: ImportSummary): Promise<Refusal[]> {
  const found: Refusal[] = [];
  for await (const refusal of readRefusals(corpus, summary.id)) {
    if (found.push(refusal) >= SHOWN_REFUSALS) break;
  }
  return found;
}
