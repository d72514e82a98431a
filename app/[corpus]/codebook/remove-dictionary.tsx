"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Failure } from "../../components/failure.tsx";
import { sendJson, sentenceOf } from "../../send-json.ts";

/** Takes a dictionary out of the codebook, after a second click. */
export function RemoveDictionary({ corpus, slug }: { corpus: string; slug: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async () => {
    try {
      await sendJson("DELETE", `/api/${corpus}/lexicons/${slug}`);
      router.push(`/${corpus}/codebook`);
      router.refresh();
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  if (!asking)
    return (
      <button type="button" className="control mt-2" onClick={() => setAsking(true)}>
        Take out
      </button>
    );
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 text-small">
      <span>Its flags go from all pages; adding the file again brings them back.</span>
      <button type="button" className="control" onClick={remove}>
        Take it out
      </button>
      <button type="button" className="control" onClick={() => setAsking(false)}>
        Keep
      </button>
      <Failure sentence={failure} />
    </div>
  );
}
