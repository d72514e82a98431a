"use client";

import { useRef, useState } from "react";
import { errorMessage } from "./error-message.ts";

/** Requests that run one after the other: whether one is under way, and why the last one failed. */
export function useRequests(firstFailure: string | null) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(firstFailure);
  const queue = useRef(Promise.resolve());
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
  const inTurn = (run: () => Promise<void>) => {
    queue.current = queue.current.then(() => attempt(run));
  };
  return { busy, failure, inTurn };
}
