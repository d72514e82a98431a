import type { Metadata } from "next";
import { listCorpusContents } from "../../lib/corpora/list-corpora.ts";
import { listTrash, newCorpusProblem } from "../../lib/database/registry.ts";
import { CorporaView } from "./corpora-view.tsx";

export const metadata: Metadata = { title: "Corpora" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every corpus of this server: made, titled, deleted and restored here. */
export default async function CorporaPage({ searchParams }: Props) {
  const [corpora, deleted, problem] = [
    await listCorpusContents(),
    await listTrash(),
    await newCorpusProblem(),
  ];
  const { new: asked } = await searchParams;
  return (
    <main id="main" className="mx-auto max-w-[1100px] px-4 pt-5 pb-24 md:px-7">
      <div className="figure-rule" />
      <CorporaView
        corpora={corpora}
        deleted={deleted}
        problem={problem}
        startNew={asked !== undefined}
      />
    </main>
  );
}
