"use client";

import { Menu } from "@base-ui/react/menu";
import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import type { CorpusWords } from "../corpus.ts";
import { countOf } from "../format.ts";

interface CorpusMenuProps {
  corpus: CorpusWords;
  corpora: CorpusWords[];
  articles: number;
}

const ITEM =
  "flex min-h-8 touch:min-h-11 items-center gap-2 px-3 outline-none data-highlighted:bg-inset";

/** The corpora of this server, and Import. */
export function CorpusMenu({ corpus, corpora, articles }: CorpusMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger
        className="flex min-h-8 min-w-0 items-center gap-2 px-2 touch:min-h-11 hover:bg-inset"
        aria-label={`Corpus: ${corpus.title}, ${countOf(articles, "article")}`}
      >
        <span className="truncate font-semibold max-md:font-normal">{corpus.title}</span>
        <span className="whitespace-nowrap text-small text-ink2 max-md:hidden">
          {countOf(articles, "article")}
        </span>
        <ChevronDown size={14} className="shrink-0 text-ink2" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-40">
          <Menu.Popup className="float float-in max-w-[90vw] min-w-[240px] py-2">
            <Menu.Group>
              <Menu.GroupLabel className="px-3 pb-1 text-label text-ink3">Corpora</Menu.GroupLabel>
              {corpora.map(({ slug, title }) => (
                <Menu.Item key={slug} className={ITEM} render={<Link href={`/${slug}/explore`} />}>
                  <Check
                    size={15}
                    aria-hidden="true"
                    className={slug === corpus.slug ? "" : "invisible"}
                  />
                  <span className={`truncate ${slug === corpus.slug ? "font-semibold" : ""}`}>
                    {title}
                  </span>
                </Menu.Item>
              ))}
            </Menu.Group>
            <Menu.Separator className="my-2 border-t border-rule" />
            <Menu.Item className={ITEM} render={<Link href={`/${corpus.slug}/import`} />}>
              <span className="pl-[23px]">Import articles</span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
