"use client";

import { useRouter } from "next/navigation";
import type { CorpusContents } from "../../lib/corpora/list-corpora.ts";
import type { ToastMessage } from "../components/toast.tsx";
import { sendJson, sentenceOf } from "../send-json.ts";

/** The writes of the page; each says how it ended, and the page is read again. */
export function useCorpusChanges(say: (message: ToastMessage) => void, onGone: () => void) {
  const router = useRouter();
  const attempt = async (run: () => Promise<ToastMessage>) => {
    try {
      say(await run());
    } catch (error) {
      say({ text: sentenceOf(error) });
    }
    router.refresh();
  };
  const restore = (id: string, title: string) =>
    attempt(async () => {
      const body = { restore: id };
      const { slug } = await sendJson<{ slug: string }>("POST", "/api/corpora", body);
      return { text: restoredWords(id, slug, title) };
    });
  const remove = ({ slug, title }: CorpusContents) =>
    attempt(async () => {
      const path = `/api/corpora/${slug}`;
      const { restore: id } = await sendJson<{ restore: string }>("DELETE", path);
      onGone();
      return { text: `Deleted the corpus ${title}.`, undo: () => void restore(id, title) };
    });
  /** The sentence of a refusal, or null. */
  const rename = async (slug: string, title: string): Promise<string | null> => {
    try {
      await sendJson("PATCH", `/api/corpora/${slug}`, { title });
      router.refresh();
      return null;
    } catch (error) {
      return sentenceOf(error);
    }
  };
  return { rename, remove, restore };
}

function restoredWords(id: string, slug: string, title: string): string {
  return id.startsWith(`${slug}_`)
    ? `Restored the corpus ${title}.`
    : `Restored the corpus ${title} as /${slug}: another corpus has its old address.`;
}
