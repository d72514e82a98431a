"use client";

import { useState } from "react";
import { Failure } from "../../components/failure.tsx";
import { errorMessage, postJson } from "./error-message.ts";

interface RunAgainProps {
  corpus: string;
  id: number;
  source: string;
  onStarted: () => void;
}

/** Goes on with an import that failed; what it has brought stays. */
export function RunAgain({ corpus, id, source, onStarted }: RunAgainProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const start = async () => {
    try {
      await postJson(`/api/${corpus}/imports/${id}/again`);
      onStarted();
    } catch (error) {
      setFailure(errorMessage(error));
    }
  };
  return (
    <>
      <button
        type="button"
        className="control"
        aria-label={`Run the import of ${source} again`}
        onClick={start}
      >
        Run again
      </button>
      <Failure sentence={failure} />
    </>
  );
}
