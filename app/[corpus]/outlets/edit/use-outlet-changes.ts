"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OutletRow } from "../../../../lib/outlets/list-outlet-rows.ts";
import { countOf } from "../../../format.ts";
import { RequestError, sendJson, sentenceOf } from "../../../send-json.ts";
import type { OtherOutlet } from "../outlet-table.tsx";
import type { OutletFields } from "./edit-form.tsx";

/** The writes of the editor; each ends with a sentence on what was done, or with a refusal that stays. */
export function useOutletChanges(
  corpus: string,
  outlet: OutletRow,
  onDone: (text: string) => void,
) {
  const router = useRouter();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState<"save" | "merge" | null>(null);
  const path = `/api/${corpus}/outlets/${encodeURIComponent(outlet.slug)}`;
  const attempt = async (what: "save" | "merge", run: () => Promise<string>) => {
    setBusy(what);
    setFailure(null);
    try {
      onDone(await run());
      router.refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(null);
  };
  const save = (fields: OutletFields) =>
    attempt("save", async () => {
      await sendJson("PATCH", path, fields);
      const name = fields.name.trim();
      if (name === outlet.name) return `Saved ${name}.`;
      return `Renamed ${outlet.name} to ${name}. Imports find it under both names.`;
    });
  const merge = (target: OtherOutlet) =>
    attempt("merge", async () => {
      await sendJson("POST", `${path}/merge`, { into: target.slug });
      return `Merged ${outlet.name} into ${target.name}: ${countOf(outlet.articles, "article")} moved. The numbers are being recounted.`;
    });
  return {
    busy,
    failure: failure === null ? null : sentenceOf(failure),
    isTaken: failure instanceof RequestError && failure.code === "conflict",
    save,
    merge,
  };
}
