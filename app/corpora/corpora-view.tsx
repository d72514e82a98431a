"use client";

import { type Ref, useRef, useState } from "react";
import type { CorpusContents } from "../../lib/corpora/list-corpora.ts";
import type { TrashEntry } from "../../lib/database/registry.ts";
import { useToast } from "../components/toast.tsx";
import { CorpusTable } from "./corpus-table.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { DeletedList } from "./deleted-list.tsx";
import { NewCorpus } from "./new-corpus.tsx";
import { NoCorpus } from "./no-corpus.tsx";
import { SampleButton } from "./sample-button.tsx";
import { useCorpusChanges } from "./use-corpus-changes.ts";

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
  const { say, toast } = useToast();
  const { rename, remove, restore } = useCorpusChanges(say, () => heading.current?.focus());
  const [doomed, setDoomed] = useState<CorpusContents | null>(null);
  const hasSample = [...corpora, ...deleted].some(({ sample }) => sample);
  return (
    <>
      <Heading ref={heading} />
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

/** Takes the focus when the row that had it is gone. */
function Heading({ ref }: { ref: Ref<HTMLHeadingElement> }) {
  return (
    <>
      <h1
        ref={ref}
        tabIndex={-1}
        className="mt-3 font-serif text-title-small outline-none md:text-title"
      >
        Corpora
      </h1>
      <p className="mt-1 text-small text-ink2">
        Each corpus is a database of its own: no chart, list or export mixes two.
      </p>
    </>
  );
}
