"use client";

import { useEffect } from "react";

/** Notes the corpus that is open, so that / leads back to it. A page can't set a cookie on the server. */
export function RememberCorpus({ slug }: { slug: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox
    document.cookie = `framescope_corpus=${slug}; path=/; max-age=31536000; samesite=lax`;
  }, [slug]);
  return null;
}
