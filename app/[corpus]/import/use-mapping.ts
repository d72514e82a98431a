"use client";

import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from "react";
import type { TextRights } from "../../../lib/import/imports.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview } from "../../../lib/import/preview.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { postJson, readJson } from "./error-message.ts";

const POLL = 700;

/** An import as it was previewed and counted under a mapping. */
export interface Counted {
  preview: ImportPreview;
  standing: ImportStanding;
}

interface OpenMapping {
  /** The import's address in the API. */
  address: string;
  first: Counted;
  rights: TextRights;
  inTurn: (run: () => Promise<void>) => void;
}

/** The mapping, and what the file comes to under it: previewed at once, counted by a worker. */
export function useMapping({ address, first, rights, inTurn }: OpenMapping) {
  const [{ preview, standing }, setCounted] = useState(first);
  const [mapping, setMapping] = useState<Mapping>(first.preview.mapping);
  const latest = useRef(0);
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

  const begun = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a file that was just uploaded
  useEffect(() => {
    if (begun.current || standing.status !== "uploaded" || preview.problem !== null) return;
    begun.current = true;
    count(mapping);
  }, []);
  usePolledStanding({ address, status: standing.status, latest, setCounted });
  return { preview, standing, mapping, change };
}

interface PolledStanding {
  address: string;
  status: ImportStanding["status"];
  /** The turn of the last change: an answer from before it is out of date. */
  latest: RefObject<number>;
  setCounted: Dispatch<SetStateAction<Counted>>;
}

/** Asks how far the worker is for as long as it counts. */
function usePolledStanding({ address, status, latest, setCounted }: PolledStanding) {
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
  }, [address, status, latest, setCounted]);
}
