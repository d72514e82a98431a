import Link from "next/link";
import type { Lexicon } from "../../../analysis/codebook/codebook.ts";
import { linkTo } from "../../address.ts";
import { ListLink } from "../../components/list-view.tsx";
import { formatCount } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";
import { AddDictionary } from "./add-dictionary.tsx";
import type { CodebookPage } from "./load-codebook.ts";
import { RemoveDictionary } from "./remove-dictionary.tsx";

interface LexiconsProps {
  corpus: string;
  path: string;
  page: CodebookPage;
  signals: readonly SignalWords[];
}

/** The lexicons of the codebook; of the one that is chosen its labels and where it comes from. */
export function Lexicons({ corpus, path, page, signals }: LexiconsProps) {
  const { query, list, address } = page;
  const total = list.lexicons.reduce((sum, { entries }) => sum + entries.length, 0);
  const href = (lexicon: string | null, label: string | null) =>
    linkTo(path, address, { lexicon, label });
  return (
    <>
      <h2 className="border-b border-ink pb-1 font-semibold">Lexicons</h2>
      <ul>
        <Row words="All" count={total} href={href(null, null)} current={query.lexicon === null} />
        {list.lexicons.map((lexicon) => (
          <Row
            key={lexicon.id}
            words={lexicon.title}
            count={lexicon.entries.length}
            href={href(lexicon.id, null)}
            current={query.lexicon === lexicon.id && query.label === null}
          >
            {query.lexicon === lexicon.id && (
              <ul>
                {labelsOf(lexicon, signals).map(({ id, title, count }) => (
                  <Row
                    key={id}
                    words={title}
                    count={count}
                    href={href(lexicon.id, id)}
                    current={query.label === id}
                    indent
                  />
                ))}
              </ul>
            )}
          </Row>
        ))}
      </ul>
      <Provenance lexicon={list.lexicons.find(({ id }) => id === query.lexicon)} />
      {query.lexicon?.startsWith("user_") && (
        <RemoveDictionary corpus={corpus} slug={query.lexicon.slice("user_".length)} />
      )}
      <p className="mt-4 text-small text-ink2">
        <Link className="link" href={`/${corpus}/methods/lexicons`}>
          Your own dictionary
        </Link>{" "}
        becomes a signal here.
      </p>
      <AddDictionary corpus={corpus} />
    </>
  );
}

interface RowProps {
  words: string;
  count: number;
  href: string;
  current: boolean;
  indent?: boolean;
  children?: React.ReactNode;
}

function Row({ words, count, href, current, indent = false, children }: RowProps) {
  return (
    <li className="border-b border-rule text-small">
      <ListLink
        href={href}
        current={current}
        className={`flex min-h-[33px] items-center gap-2 py-1 touch:min-h-11 hover:bg-inset ${indent ? "pl-4" : ""}`}
      >
        <span className={`min-w-0 flex-1 break-words ${current ? "font-semibold" : ""}`}>
          {words}
        </span>
        <span className="text-ink3">{formatCount(count)}</span>
      </ListLink>
      {children}
    </li>
  );
}

/** The labels that entries of a lexicon have, in the signal's order. */
function labelsOf({ signal, entries }: Lexicon, signals: readonly SignalWords[]) {
  const counts = new Map<string, number>();
  for (const { label } of entries) counts.set(label, (counts.get(label) ?? 0) + 1);
  const known = signals.find(({ id }) => id === signal)?.labels ?? [];
  const rank = (label: string) => known.findIndex(({ id }) => id === label);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([id, count]) => ({ id, count, title: known[rank(id)]?.title ?? id }));
}

function Provenance({ lexicon }: { lexicon: Lexicon | undefined }) {
  if (!lexicon) return null;
  const { version, source, url, licence, changes } = lexicon;
  const facts: [string, string][] = [
    ["Version", version],
    ["Source", source],
    ["Licence", licence],
    ["Changes", changes],
  ];
  return (
    <dl className="mt-4 text-small">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} className="flex gap-3 py-1">
            <dt className="w-20 shrink-0 text-ink3">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      {/^https?:\/\//.test(url) && (
        <div className="py-1">
          <a className="link break-all" href={url} rel="noopener noreferrer" target="_blank">
            {url}
          </a>
        </div>
      )}
    </dl>
  );
}
