"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { CorpusWords } from "../corpus.ts";
import { CorpusMenu } from "./corpus-menu.tsx";
import { KeysButton } from "./keys.tsx";
import { PagesMenu } from "./pages-menu.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** The pages that exist, in the order of the bar. */
const PAGES = [
  { path: "explore", words: "Explore" },
  { path: "compare", words: "Compare" },
  { path: "articles", words: "Articles" },
  { path: "terms", words: "Terms" },
  { path: "codebook", words: "Codebook" },
  { path: "methods", words: "Methods" },
] as const;

interface TopBarProps {
  corpus: CorpusWords;
  corpora: CorpusWords[];
  articles: number;
}

/** The bar over every page: wordmark, pages, corpus, Import, theme, keys. */
export function TopBar({ corpus, corpora, articles }: TopBarProps) {
  const path = usePathname();
  const isHere = (page: string) => `${path}/`.startsWith(`/${corpus.slug}/${page}/`);
  const isImport = path === `/${corpus.slug}/import`;
  return (
    <header className="sticky top-0 z-30 border-b border-rule bg-paper">
      <div className="mx-auto flex h-12 max-w-[1980px] items-center gap-3 px-4 max-md:h-14 md:gap-6 md:px-6">
        <div className="md:hidden">
          <PagesMenu corpus={corpus.slug} pages={PAGES} isHere={isHere} />
        </div>
        <Link
          href={`/${corpus.slug}/explore`}
          className="flex h-full items-center font-serif text-section"
        >
          Framescope
        </Link>
        <nav aria-label="Pages" className="flex h-full max-md:hidden">
          {PAGES.map(({ path: page, words }) => {
            const here = isHere(page);
            return (
              <Link
                key={page}
                href={`/${corpus.slug}/${page}`}
                aria-current={here ? "page" : undefined}
                className={`flex h-full items-center px-2 ${here ? "font-semibold shadow-[inset_0_-3px_0_var(--ink)]" : "text-ink2 hover:text-ink"}`}
              >
                {words}
              </Link>
            );
          })}
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-1 md:gap-3">
          <CorpusMenu corpus={corpus} corpora={corpora} articles={articles} />
          <Link
            href={`/${corpus.slug}/import`}
            aria-current={isImport ? "page" : undefined}
            className={`control max-md:hidden ${isImport ? "control-chosen" : ""}`}
          >
            Import
          </Link>
          <ThemeToggle />
          <KeysButton corpus={corpus.slug} />
        </div>
      </div>
    </header>
  );
}
