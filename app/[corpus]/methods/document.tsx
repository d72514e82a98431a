import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { documentHref } from "../../../lib/documents/links.ts";
import type { Block, Heading, Inline, Table } from "../../../lib/documents/markdown.ts";
import type { NotedBlock } from "../../../lib/documents/sections.ts";
import { ScrollBox } from "./scroll-box.tsx";

interface Shown {
  /** Address of the Methods page: links between documents start there. */
  path: string;
  /** How many levels deeper the headings stand than in their own document. */
  deeper?: number;
}

/** Blocks of a document, each with its worked numbers beside it (under it where there is no room). */
export function DocumentBlocks({ blocks, ...shown }: Shown & { blocks: readonly NotedBlock[] }) {
  return blocks.map(({ block, notes }, i) => {
    const body = <DocumentBlock block={block} {...shown} />;
    // A document's blocks never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    if (notes.length === 0) return <Fragment key={i}>{body}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <div key={i} className="noted">
        {body}
        {notes.map((note) => (
          <p key={note} className="margin-note">
            {note}
          </p>
        ))}
      </div>
    );
  });
}

function DocumentBlock({ block, ...shown }: Shown & { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <DocumentHeading heading={block} deeper={shown.deeper ?? 0} />;
    case "paragraph":
      return (
        <p>
          <Words content={block.content} path={shown.path} />
        </p>
      );
    case "list":
      return <DocumentList block={block} {...shown} />;
    case "table":
      return <DocumentTable table={block} path={shown.path} />;
    case "code":
      return (
        <ScrollBox label="Code" className="code-box">
          <pre>{block.text}</pre>
        </ScrollBox>
      );
    case "math":
      return (
        <ScrollBox label="Formula" className="formula">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: MathML of Temml, from a formula in docs/ */}
          <div dangerouslySetInnerHTML={{ __html: block.mathMl }} />
        </ScrollBox>
      );
  }
}

export function DocumentHeading({ heading, deeper }: { heading: Heading; deeper: number }) {
  const Tag = (["h2", "h2", "h3", "h4", "h5"] as const)[heading.level - 1 + deeper] ?? "h6";
  return <Tag id={heading.id}>{heading.text}</Tag>;
}

function DocumentList({
  block: { ordered, items },
  ...shown
}: Shown & { block: Extract<Block, { kind: "list" }> }) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag>
      {items.map((blocks, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items never change places
        <li key={i}>
          {blocks.map((block, k) =>
            block.kind === "paragraph" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <Words key={k} content={block.content} path={shown.path} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <DocumentBlock key={k} block={block} {...shown} />
            ),
          )}
        </li>
      ))}
    </Tag>
  );
}

function DocumentTable({ table: { head, rows, numeric }, path }: { table: Table; path: string }) {
  const align = (column: number) => (numeric[column] ? "numeric" : undefined);
  return (
    <ScrollBox label="Table">
      <table className={head.length > 4 ? "wide" : undefined}>
        <thead>
          <tr>
            {head.map((cell, i) =>
              cell.length > 0 ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells never change places
                <th key={i} scope="col" className={align(i)}>
                  <Words content={cell} path={path} />
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={i} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
            <tr key={i}>
              {row.map((cell, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={k} className={align(k)}>
                  <Words content={cell} path={path} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Text is text: React escapes it. */
function Words({ content, path }: { content: readonly Inline[]; path: string }): ReactNode {
  return content.map((one, i) => {
    switch (one.kind) {
      case "text":
        return one.text;
      case "code":
        // biome-ignore lint/suspicious/noArrayIndexKey: words never change places
        return <code key={i}>{one.text}</code>;
      case "link":
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <DocumentLink key={i} link={one} path={path} />;
      default: {
        const Tag = one.kind === "strong" ? "strong" : "em";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Tag key={i}>
            <Words content={one.content} path={path} />
          </Tag>
        );
      }
    }
  });
}

function DocumentLink({
  link: { href, content },
  path,
}: {
  link: Extract<Inline, { kind: "link" }>;
  path: string;
}) {
  const target = documentHref(href, path);
  const words = <Words content={content} path={path} />;
  if (target === null) return words;
  if (/\.json$|^#|^https?:/.test(target)) {
    return (
      <a className="link" href={target}>
        {words}
      </a>
    );
  }
  return (
    <Link className="link" href={target}>
      {words}
    </Link>
  );
}
