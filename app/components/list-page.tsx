import type { ReactNode } from "react";
import { ListView } from "./list-view.tsx";
import { Notice } from "./notice.tsx";

interface ListPageProps {
  /** What was changed about the view that was asked for. */
  notices: string[];
  /** What narrows the list, and its name; on small screens the page shows it in a drawer instead. */
  side: ReactNode;
  sideName: string;
  children: ReactNode;
}

/** The frame of a page that is a list with its filters beside it. */
export function ListPage({ notices, side, sideName, children }: ListPageProps) {
  return (
    <ListView>
      <Notice lines={notices} />
      <main id="main" className="list-page mx-auto max-w-[1980px]">
        <aside aria-label={sideName} className="border-r border-rule px-6 py-5 max-xl:hidden">
          {side}
        </aside>
        <div className="min-w-0 px-4 pt-5 pb-10 md:px-7">{children}</div>
      </main>
    </ListView>
  );
}
