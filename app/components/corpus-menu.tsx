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

/** The corpora of this server, and the pages of the one that is open which the bar has no room for. */
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
          <ul className="max-h-[50vh] overflow-y-auto">
            {corpora.map((each) => (
              <li key={each.slug}>
                <CorpusLink corpus={each} here={each.slug === corpus.slug} onClick={close} />
              </li>
            ))}
          </ul>
          <ul className="mt-1">
            <MenuLink href="/corpora?new" words="New corpus..." onClick={close} />
            <MenuLink href="/corpora" words="All corpora" onClick={close} />
          </ul>
          <CorpusPages corpus={corpus} onClick={close} />
        </>
      )}
    </Disclosure>
  );
}

/** Pages of the corpus that is open. */
function CorpusPages({ corpus, onClick }: { corpus: CorpusWords; onClick: () => void }) {
  return (
    <>
      <h2 className="mt-2 truncate border-t border-rule px-3 pt-3 pb-1 text-label text-ink3">
        {corpus.title}
      </h2>
      <ul>
        <MenuLink href={`/${corpus.slug}/outlets`} words="Outlets" onClick={onClick} />
        <MenuLink href={`/${corpus.slug}/import`} words="Import articles" onClick={onClick} />
        <MenuLink href={`/${corpus.slug}/imports`} words="Imports" onClick={onClick} />
      </ul>
    </>
  );
}

function CorpusLink({
  corpus: { slug, title },
  here,
  onClick,
}: {
  corpus: CorpusWords;
  here: boolean;
  onClick: () => void;
}) {
  return (
    <Link
      href={`/${slug}/explore`}
      prefetch={false}
      className={ITEM}
      onClick={onClick}
      aria-current={here ? "true" : undefined}
    >
      <Check size={15} aria-hidden="true" className={`shrink-0 ${here ? "" : "invisible"}`} />
      <span className={`truncate ${here ? "font-semibold" : ""}`}>{title}</span>
    </Link>
  );
}

/** Indented by the width of the corpora's check. */
function MenuLink({ href, words, onClick }: { href: string; words: string; onClick: () => void }) {
  return (
    <li>
      <Link href={href} prefetch={false} className={`${ITEM} pl-[35px]`} onClick={onClick}>
        {words}
      </Link>
    </li>
  );
}
