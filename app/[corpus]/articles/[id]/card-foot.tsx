"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import type { Flag } from "../../../../analysis/types.ts";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { linkTo } from "../../../address.ts";
import { formatDay } from "../../../format.ts";
import type { SignalWords } from "../../../view-words.ts";
import { anchorOf } from "./reading.ts";

interface CardFootProps {
  corpus: string;
  article: ArticleView;
  flag: Flag;
  signal: SignalWords;
}

/** Where to read on: the rule in the codebook, the same words elsewhere, and the flag as a citation. */
export function CardFoot({ corpus, article, flag, signal }: CardFootProps) {
  const lines = flag.term ? { signal: signal.id, term: flag.term } : { find: flag.text };
  const rule = flag.term
    ? linkTo(`/${corpus}/codebook`, {}, { find: flag.term })
    : `/${corpus}/methods#rules`;
  return (
    <footer className="mt-4 text-small">
      {flag.subject && <p className="text-ink3">About {flag.subject}</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <FootLink href={rule}>
          {flag.term ? `Entry “${flag.term}”` : "All rules and weights"}
        </FootLink>
        <FootLink href={linkTo(`/${corpus}/terms`, {}, lines)}>
          {flag.term ? "All its lines" : "These words elsewhere"}
        </FootLink>
        <CopyWithCitation key={`${signal.id} ${anchorOf(flag)}`} article={article} flag={flag} />
      </p>
    </footer>
  );
}

const FootLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link className="link touch:min-h-11" href={href} prefetch={false}>
    {children}
  </Link>
);

function CopyWithCitation({ article, flag }: { article: ArticleView; flag: Flag }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const url = article.url ? ` ${article.url}` : "";
    await navigator.clipboard.writeText(
      `“${flag.text}”. ${article.outlet.name}, “${article.headline}”, ${formatDay(article.publishedOn)}.${url}`,
    );
    setCopied(true);
  };
  return (
    <button type="button" className="link touch:min-h-11" onClick={copy}>
      <span aria-live="polite">{copied ? "Copied" : "Copy with citation"}</span>
    </button>
  );
}
