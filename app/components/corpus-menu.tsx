"use client";

import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import type { CorpusWords } from "../corpus.ts";
import { countOf } from "../format.ts";
import { Disclosure } from "./disclosure.tsx";

interface CorpusMenuProps {
  corpus: CorpusWords;
  corpora: CorpusWords[];
  articles: number;
}

const ITEM = "flex min-h-8 touch:min-h-11 items-center gap-2 px-3 hover:bg-inset";

/** The corpora of this server, and Import. */
export function CorpusMenu({ corpus, corpora, articles }: CorpusMenuProps) {
  return (
    <Disclosure
      title="Corpora"
      label={`Corpus: ${corpus.title}, ${countOf(articles, "article")}`}
      triggerClass="flex min-h-8 min-w-0 items-center gap-2 px-2 touch:min-h-11 hover:bg-inset"
      panelClass="right-0 mt-1 w-max min-w-[240px] max-w-[min(420px,90vw)]"
      trigger={
        <>
          <span className="truncate font-semibold max-md:font-normal">{corpus.title}</span>
          <span className="text-small whitespace-nowrap text-ink2 max-md:hidden">
            {countOf(articles, "article")}
          </span>
          <ChevronDown size={14} className="shrink-0 text-ink2" aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <>
          <h2 className="px-3 pb-1 text-label text-ink3">Corpora</h2>
          <ul>
            {corpora.map(({ slug, title }) => (
              <li key={slug}>
                <Link
                  href={`/${slug}/explore`}
                  prefetch={false}
                  className={ITEM}
                  onClick={close}
                  aria-current={slug === corpus.slug ? "true" : undefined}
                >
                  <Check
                    size={15}
                    aria-hidden="true"
                    className={`shrink-0 ${slug === corpus.slug ? "" : "invisible"}`}
                  />
                  <span className={`truncate ${slug === corpus.slug ? "font-semibold" : ""}`}>
                    {title}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Link
            href={`/${corpus.slug}/import`}
            prefetch={false}
            className={`${ITEM} mt-2 border-t border-rule pt-1 pl-[35px]`}
            onClick={close}
          >
            Import articles
          </Link>
        </>
      )}
    </Disclosure>
  );
}
