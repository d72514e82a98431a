import Link from "next/link";
import type { SignalWords } from "../../view-words.ts";
import { accuracySentences } from "./accuracy-words.ts";

/** How often a signal's detector is right: said of all its flags, not of the one that is shown. */
export function HowOftenRight({
  corpus,
  signal,
  codebook,
}: {
  corpus: string;
  signal: SignalWords;
  codebook: string;
}) {
  return (
    <details className="mt-2 text-small text-ink2">
      <summary className="link w-fit touch:py-3">How often the detector is right</summary>
      <p className="mt-1">
        {accuracySentences(signal.accuracy, { codebook })} It has not been checked on this corpus.{" "}
        <Link className="link" href={`/${corpus}/methods#signal-${signal.id}`}>
          Methods
        </Link>
      </p>
    </details>
  );
}
