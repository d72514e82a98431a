"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { sendJson, sentenceOf } from "../send-json.ts";

/** Brings the sample corpus, from the trash or anew, and opens its chart. */
export function SampleButton({ children, className }: { children: ReactNode; className: string }) {
  const router = useRouter();
  const [state, setState] = useState<"still" | "busy" | { failure: string }>("still");
  const open = async () => {
    setState("busy");
    try {
      const { slug } = await sendJson<{ slug: string }>("POST", "/api/corpora", { sample: true });
      router.push(`/${slug}/explore`);
    } catch (error) {
      setState({ failure: sentenceOf(error) });
    }
  };
  return (
    <>
      <button type="button" className={className} disabled={state === "busy"} onClick={open}>
        {children}
      </button>
      <span role="status">
        {state === "busy" && " (a few seconds)"}
        {typeof state === "object" && <span className="text-question"> {state.failure}</span>}
      </span>
    </>
  );
}
