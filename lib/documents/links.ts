import type { Block, Inline } from "./markdown.ts";
import type { DocumentName } from "./read-document.ts";

/** Where each document stands below a corpus's Methods page. */
const PLACES: Readonly<Record<DocumentName, string>> = {
  "methods.md": "",
  "accuracy.md": "#accuracy",
  "accuracy.json": "/accuracy.json",
  "data-dictionary.md": "/data-dictionary",
  "lexicons.md": "/lexicons",
};

/**
 * The address of a link in a document, on the pages at `path` ("/sample/methods"): another document, a heading of the
 * same one, or elsewhere. Null where no page has it: such a link stays text.
 */
export function documentHref(href: string, path: string): string | null {
  if (href.startsWith("#") || /^https?:\/\//.test(href)) return href;
  return Object.hasOwn(PLACES, href) ? path + PLACES[href as DocumentName] : null;
}

/** Every link of a document, in order. */
export function linksOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return inlineLinks(block.content);
      case "list":
        return block.items.flatMap(linksOf);
      case "table":
        return [block.head, ...block.rows].flat().flatMap(inlineLinks);
      default:
        return [];
    }
  });
}

function inlineLinks(content: readonly Inline[]): string[] {
  return content.flatMap((one) => {
    if (one.kind === "link") return [one.href, ...inlineLinks(one.content)];
    return "content" in one ? inlineLinks(one.content) : [];
  });
}
