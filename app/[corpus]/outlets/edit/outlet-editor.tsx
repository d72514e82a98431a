"use client";

import { useState } from "react";
import { foldOutletName } from "../../../../lib/outlets/fold-outlet-name.ts";
import type { OutletRow } from "../../../../lib/outlets/list-outlet-rows.ts";
import { Sheet } from "../../../components/sheet.tsx";
import type { OtherOutlet } from "../outlet-table.tsx";
import { EditForm } from "./edit-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { useOutletChanges } from "./use-outlet-changes.ts";

interface OutletEditorProps {
  corpus: string;
  /** The outlet that is edited; null while the drawer is closed. */
  outlet: OutletRow | null;
  all: readonly OtherOutlet[];
  onClose: () => void;
  /** Given a sentence on what was done. */
  onDone: (text: string) => void;
}

export function OutletEditor(props: OutletEditorProps) {
  const { outlet, onClose } = props;
  return (
    <Sheet open={outlet !== null} onClose={onClose} title={outlet?.name ?? ""} side>
      {outlet && <Editor key={outlet.slug} {...props} outlet={outlet} />}
    </Sheet>
  );
}

function Editor({ corpus, outlet, all, onDone }: OutletEditorProps & { outlet: OutletRow }) {
  const [into, setInto] = useState("");
  const { busy, failure, isTaken, save, merge } = useOutletChanges(corpus, outlet, onDone);
  const others = all.filter(({ slug }) => slug !== outlet.slug);
  const chooseCalled = (name: string) => setInto(outletCalled(others, name)?.slug ?? "");
  return (
    <div className="px-4 pt-4 pb-10">
      <EditForm
        outlet={outlet}
        busy={busy === "save"}
        failure={failure}
        onSave={save}
        onMergeInstead={isTaken ? chooseCalled : undefined}
      />
      <MergeForm
        outlet={outlet}
        others={others}
        into={into}
        busy={busy === "merge"}
        onInto={setInto}
        onMerge={merge}
      />
    </div>
  );
}

/** The outlet that has a name, or had it. */
function outletCalled(others: readonly OtherOutlet[], name: string): OtherOutlet | undefined {
  const folded = foldOutletName(name);
  return others.find(
    (other) => foldOutletName(other.name) === folded || other.formerNames.includes(folded),
  );
}
