"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { Disclosure } from "./disclosure.tsx";

interface PagesMenuProps {
  corpus: string;
  pages: readonly { path: string; words: string }[];
  /** Whether a page is the one that is open. */
  isHere: (page: string) => boolean;
}

/** The pages of the bar behind one button, where there is no room for them beside each other. */
export function PagesMenu({ corpus, pages, isHere }: PagesMenuProps) {
  return (
    <Disclosure
      title="Pages"
      label="Pages"
      triggerClass="control-icon -ml-3"
      panelClass="left-0 mt-1 w-[240px]"
      trigger={<Menu size={22} aria-hidden="true" />}
    >
      {(close) => (
        <ul>
          {[...pages, { path: "import", words: "Import" }].map(({ path, words }) => (
            <li key={path}>
              <Link
                href={`/${corpus}/${path}`}
                prefetch={false}
                aria-current={isHere(path) ? "page" : undefined}
                className={`flex min-h-11 items-center px-4 hover:bg-inset ${isHere(path) ? "font-semibold" : ""}`}
                onClick={close}
              >
                {words}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
