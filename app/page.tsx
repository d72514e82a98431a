import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { corpusList, LAST_CORPUS_COOKIE } from "./corpus.ts";

export const metadata: Metadata = { title: "Framescope" };

/** Leads to the corpus opened last, else the sample, else the first; words where there is none. */
export default async function Home() {
  const corpora = await corpusList();
  const last = (await cookies()).get(LAST_CORPUS_COOKIE)?.value;
  const chosen =
    corpora.find(({ slug }) => slug === last) ?? corpora.find(({ sample }) => sample) ?? corpora[0];
  if (chosen) redirect(`/${chosen.slug}/explore`);
  return (
    <main className="mx-auto max-w-[66ch] px-6 py-10">
      <div className="figure-rule" />
      <h1 className="mt-4 font-serif text-title">No corpus yet</h1>
      <p className="mt-3">
        Stop Framescope and run <code className="font-mono text-mono">npm start</code> again: it
        sets up the sample corpus on a first run. Or create one with{" "}
        <code className="font-mono text-mono">node bin/framescope.mjs import FILE</code>.
      </p>
    </main>
  );
}
