import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { newCorpusProblem } from "../lib/database/registry.ts";
import { NoCorpus } from "./corpora/no-corpus.tsx";
import { PlainBar } from "./corpora/plain-bar.tsx";
import { lastCorpus } from "./corpus.ts";

export const metadata: Metadata = { title: "Framescope" };

/** Leads to the corpus opened last, else the sample, else the first; words where there is none. */
export default async function Home() {
  const corpus = await lastCorpus();
  if (corpus) redirect(`/${corpus.slug}/explore`);
  return (
    <>
      <PlainBar />
      <main id="main" className="mx-auto max-w-[66ch] px-6 py-10">
        <div className="figure-rule" />
        <h1 className="mt-4 font-serif text-title">No corpus yet</h1>
        <NoCorpus problem={await newCorpusProblem()} />
        <p className="mt-3 text-ink2">
          Deleted corpora are kept for 30 days:{" "}
          <Link className="link" href="/corpora">
            Corpora
          </Link>
          .
        </p>
      </main>
    </>
  );
}
