"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { TextRights } from "../../../lib/import/imports.ts";
import { postJson } from "./error-message.ts";
import { type Counted, useMapping } from "./use-mapping.ts";
import { useRequests } from "./use-requests.ts";

/**
 * An uploaded file whose mapping is open: each change is noted with the import, previewed at once and counted by a worker, so a
 * reload finds everything as it was.
 */
export function useImport(corpus: string, first: Counted) {
  const router = useRouter();
  const address = `/api/${corpus}/imports/${first.standing.id}`;
  // One request after the other: the import must end with the mapping that was chosen last.
  const { busy, failure, inTurn } = useRequests(first.standing.failure);
  const [rights, setRights] = useState<TextRights>(first.standing.textRights);
  const open = useMapping({ address, first, rights, inTurn });
  const { standing, mapping } = open;
  // While rows are counted again, what was found last stays on the page.
  const [forecast, setForecast] = useState(first.standing.forecast);
  if (standing.forecast && standing.forecast !== forecast) setForecast(standing.forecast);

  const allow = (wished: TextRights) => {
    setRights(wished);
    inTurn(async () => {
      const body = JSON.stringify({ textRights: wished });
      await fetch(address, { method: "PATCH", body });
    });
  };
  const start = () =>
    inTurn(async () => {
      await postJson(`${address}/start`, { mapping, textRights: rights });
      router.refresh();
    });
  const discard = () =>
    inTurn(async () => {
      await fetch(address, { method: "DELETE" });
      router.push(`/${corpus}/import`);
    });
  return { ...open, forecast, rights, allow, busy, failure, start, discard };
}
