export interface Entry {
  id: string;
  text: string;
  parts: { id: string; text: string }[];
}

/** The list of contents: a column beside the text, or folded above it where there is none. */
export function Contents({ entries }: { entries: readonly Entry[] }) {
  return (
    <>
      <details className="mt-4 border-y border-rule py-1 xl:hidden">
        <summary className="py-3 font-semibold">
          <h2 className="inline text-body">Contents</h2>
        </summary>
        <nav aria-label="Contents" className="contents-list pb-3">
          <EntryList entries={entries} />
        </nav>
      </details>
      <nav
        aria-labelledby="contents-title"
        className="contents-list contents-column max-xl:hidden"
        data-testid="contents"
      >
        <h2 id="contents-title" className="font-semibold">
          Contents
        </h2>
        <EntryList entries={entries} />
      </nav>
    </>
  );
}

function EntryList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="mt-2">
      {entries.map(({ id, text, parts }) => (
        <li key={id}>
          <a href={`#${id}`}>{text}</a>
          {parts.length > 0 && (
            <ol className="pl-4">
              {parts.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.text}</a>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}
