"use client";

import type { CorpusContents } from "../../lib/corpora/list-corpora.ts";
import { BoxDialog } from "../components/box-dialog.tsx";
import { countOf } from "../format.ts";

interface DeleteDialogProps {
  corpus: CorpusContents;
  onClose: () => void;
  onDelete: () => void;
}

/** Names what goes before it goes. */
export function DeleteDialog({ corpus, onClose, onDelete }: DeleteDialogProps) {
  return (
    <BoxDialog title={`Delete the corpus ${corpus.title}?`} onClose={onClose}>
      <p className="mt-3">
        {corpus.articles === 0 && corpus.imports === 0
          ? "It holds no articles."
          : `${countOf(corpus.articles, "article")} of ${countOf(corpus.outlets, "outlet")} go, with ${countOf(corpus.imports, "import")} and everything counted from them.`}{" "}
        Links to it stop working.
      </p>
      <p className="mt-3">
        It is kept for 30 days and can be restored from this page until then.
        {corpus.sample && " The sample corpus can also be added again later."}
      </p>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <button type="button" className="control" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="control control-chosen" onClick={onDelete}>
          Delete
        </button>
      </div>
    </BoxDialog>
  );
}
