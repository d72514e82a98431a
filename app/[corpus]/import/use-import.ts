"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { TextRights } from "../../../lib/import/imports.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview } from "../../../lib/import/preview.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { errorMessage, postJson, readJson } from "./error-message.ts";

const POLL = 700;

interface Counted {
  preview: ImportPreview;
  standing: ImportStanding;
}

/**
 * An uploaded file whose mapping is open: each change is noted with the import, previewed at once and counted by a worker, so a
 * reload finds everything as it was.
 */
export function useImport(corpus: string, first: Counted) {
  const router = useRouter();
  const { id } = first.standing;
  const address = `/api/${corpus}/imports/${id}`;
  const [{ preview, standing }, setCounted] = useState(first);
  const [mapping, setMapping] = useState<Mapping>(first.preview.mapping);
  // While rows are counted again, what was found last stays on the page.
  const [forecast, setForecast] = useState(first.standing.forecast);
  if (standing.forecast && standing.forecast !== forecast) setForecast(standing.forecast);
  const [rights, setRights] = useState<TextRights>(first.standing.textRights);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(first.standing.failure);
  const latest = useRef(0);
  // One request after the other: the import must end with the mapping that was chosen last.
  const queue = useRef(Promise.resolve());
  const inTurn = (run: () => Promise<void>) => {
    queue.current = queue.current.then(() => attempt(run));
  };
  const attempt = async (run: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await run();
    } catch (error) {
      setFailure(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const count = (wished: Mapping) => {
    const turn = ++latest.current;
    inTurn(async () => {
      if (turn !== latest.current) return;
      const body = { mapping: wished, textRights: rights };
      const answer = await postJson<Counted>(`${address}/count`, body);
      // A later change overtook this one.
      if (turn !== latest.current) return;
      setCounted(answer);
      setMapping((now) => ({ ...now, dateOrder: answer.preview.mapping.dateOrder }));
    });
  };
  const change = (wished: Mapping) => {
    const otherDates = wished.columns.date !== mapping.columns.date;
    const next = otherDates ? { ...wished, dateOrder: null } : wished;
    setMapping(next);
    count(next);
  };
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

  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a file that was just uploaded
  useEffect(() => {
    if (begun.current || standing.status !== "uploaded" || preview.problem !== null) return;
    begun.current = true;
    count(mapping);
  }, []);
  const { status } = standing;
  useEffect(() => {
    if (status !== "counting") return;
    const timer = setInterval(async () => {
      const turn = latest.current;
      const next = await fetch(address)
        .then((response) => readJson<ImportStanding>(response))
        .catch(() => null);
      if (next && turn === latest.current) setCounted((now) => ({ ...now, standing: next }));
    }, POLL);
    return () => clearInterval(timer);
  }, [address, status]);
  return {
    preview,
    standing,
    forecast,
    mapping,
    rights,
    allow,
    change,
    busy,
    failure,
    start,
    discard,
  };
}
