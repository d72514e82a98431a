"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { countOf } from "../../format.ts";
import { useExplore } from "./explore-state.tsx";
import { FIRST_RUN_COOKIE } from "./first-run-cookie.ts";
import { ViewLink } from "./view-link.tsx";

interface FirstRunProps {
  articles: number;
  outlets: number;
  /** A point worth opening, and an article behind it. */
  point: string | null;
  article: string | null;
}

/** Above the sample corpus's chart until dismissed: three ways on. */
export function FirstRun({ articles, outlets, point, article }: FirstRunProps) {
  const { corpus, href } = useExplore();
  const [gone, setGone] = useState(false);
  if (gone) return null;
  const dismiss = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox
    document.cookie = `${FIRST_RUN_COOKIE}=seen; path=/; max-age=31536000; samesite=lax`;
    setGone(true);
  };
  return (
    <div
      className="flex items-center gap-x-4 border-b border-rule px-4 py-1 text-small md:px-6"
      data-testid="first-run"
    >
      <p className="flex flex-1 flex-wrap gap-x-4 gap-y-1 py-1">
        <span>
          This is the sample corpus: {countOf(articles, "invented article")} from{" "}
          {countOf(outlets, "outlet")}.
        </span>
        {point && (
          <ViewLink href={href({}, { at: point })} className="link touch:py-2">
            Click a point
          </ViewLink>
        )}
        {article && (
          <Link href={article} className="link touch:py-2">
            Read an article
          </Link>
        )}
        <Link href={`/${corpus.slug}/import`} className="link touch:py-2">
          Import your own
        </Link>
      </p>
      <button type="button" className="control-icon" aria-label="Dismiss" onClick={dismiss}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
