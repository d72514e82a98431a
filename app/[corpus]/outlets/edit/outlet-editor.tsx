"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { foldOutletName } from "../../../../lib/outlets/fold-outlet-name.ts";
import type { OutletRow } from "../../../../lib/outlets/list-outlet-rows.ts";
import { Sheet } from "../../../components/sheet.tsx";
import { countOf } from "../../../format.ts";
import { RequestError, sendJson, sentenceOf } from "../../../send-json.ts";
import type { OtherOutlet } from "../outlet-table.tsx";
import { EditForm, type OutletFields } from "./edit-form.tsx";
import { MergeForm } from "./merge-form.tsx";

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
  const router = useRouter();
  const [into, setInto] = useState("");
  const [failure, setFailure] = useState<RequestError | string | null>(null);
  const [busy, setBusy] = useState<"save" | "merge" | null>(null);
  const others = all.filter(({ slug }) => slug !== outlet.slug);
  const path = `/api/${corpus}/outlets/${encodeURIComponent(outlet.slug)}`;
  const attempt = async (what: "save" | "merge", run: () => Promise<string>) => {
    setBusy(what);
    setFailure(null);
    try {
      onDone(await run());
      router.refresh();
    } catch (error) {
      setFailure(error instanceof RequestError ? error : sentenceOf(error));
    }
    setBusy(null);
  };
  const save = (fields: OutletFields) =>
    attempt("save", async () => {
      await sendJson("PATCH", path, fields);
      return fields.name.trim() === outlet.name
        ? `Saved ${outlet.name}.`
        : `Renamed ${outlet.name} to ${fields.name.trim()}. Imports find it under both names.`;
    });
  const merge = (target: OtherOutlet) =>
    attempt("merge", async () => {
      await sendJson("POST", `${path}/merge`, { into: target.slug });
      return `Merged ${outlet.name} into ${target.name}: ${countOf(outlet.articles, "article")} moved. The numbers are being recounted.`;
    });
  const isTaken = failure instanceof RequestError && failure.code === "conflict";
  return (
    <div className="px-4 pt-4 pb-10">
      <EditForm
        outlet={outlet}
        busy={busy === "save"}
        failure={failure === null ? null : typeof failure === "string" ? failure : failure.message}
        onSave={save}
        onMergeInstead={
          isTaken ? (name) => setInto(outletCalled(others, name)?.slug ?? "") : undefined
        }
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
