"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { CorpusContents } from "../../lib/corpora/list-corpora.ts";
import type { TrashEntry } from "../../lib/database/registry.ts";
import { useToast } from "../components/toast.tsx";
import { sendJson, sentenceOf } from "../send-json.ts";
import { CorpusTable } from "./corpus-table.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { DeletedList } from "./deleted-list.tsx";
import { NewCorpus } from "./new-corpus.tsx";
import { NoCorpus } from "./no-corpus.tsx";
import { SampleButton } from "./sample-button.tsx";

interface CorporaViewProps {
  corpora: CorpusContents[];
  deleted: TrashEntry[];
  /** Why none can be made or deleted; null where it can. */
  problem: string | null;
  /** Whether the page was opened to make one. */
  startNew: boolean;
}

export function CorporaView({ corpora, deleted, problem, startNew }: CorporaViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { toast, rename, remove, restore } = useChanges(() => heading.current?.focus());
  const [doomed, setDoomed] = useState<CorpusContents | null>(null);
  const hasSample = [...corpora, ...deleted].some(({ sample }) => sample);
  return (
    <>
      <h1
        ref={heading}
        tabIndex={-1}
        className="mt-3 font-serif text-title-small outline-none md:text-title"
      >
        Corpora
      </h1>
      <p className="mt-1 text-small text-ink2">
        Each corpus is a database of its own: no chart, list or export mixes two.
      </p>
      {corpora.length > 0 ? (
        <CorpusTable
          corpora={corpora}
          canDelete={problem === null}
          onRename={rename}
          onDelete={setDoomed}
        />
      ) : (
        <NoCorpus problem={problem} />
      )}
      <NewCorpus
        problem={problem}
        taken={corpora.map(({ slug }) => slug)}
        startHere={startNew}
        sample={
          !hasSample && <SampleButton className="control">Add the sample corpus</SampleButton>
        }
      />
      <DeletedList deleted={deleted} onRestore={(entry) => restore(entry.id, entry.title)} />
      {doomed && (
        <DeleteDialog
          corpus={doomed}
          onClose={() => setDoomed(null)}
          onDelete={() => {
            setDoomed(null);
            void remove(doomed);
          }}
        />
      )}
      {toast}
    </>
  );
}

/** The writes of the page; each says how it ended. */
function useChanges(onGone: () => void) {
  const router = useRouter();
  const { say, toast } = useToast();
  const restore = async (id: string, title: string) => {
    try {
      const body = { restore: id };
      const { slug } = await sendJson<{ slug: string }>("POST", "/api/corpora", body);
      const same = id.startsWith(`${slug}_`);
      say({
        text: same
          ? `Restored the corpus ${title}.`
          : `Restored the corpus ${title} as /${slug}: another corpus has its old address.`,
      });
    } catch (error) {
      say({ text: sentenceOf(error) });
    }
    router.refresh();
  };
  const remove = async ({ slug, title }: CorpusContents) => {
    try {
      const path = `/api/corpora/${slug}`;
      const { restore: id } = await sendJson<{ restore: string }>("DELETE", path);
      say({ text: `Deleted the corpus ${title}.`, undo: () => void restore(id, title) });
      onGone();
    } catch (error) {
      say({ text: sentenceOf(error) });
    }
    router.refresh();
  };
  /** The sentence of a refusal, or null. */
  const rename = async (slug: string, title: string): Promise<string | null> => {
    try {
      await sendJson("PATCH", `/api/corpora/${slug}`, { title });
      router.refresh();
      return null;
    } catch (error) {
      return sentenceOf(error);
    }
  };
  return { toast, rename, remove, restore };
}
