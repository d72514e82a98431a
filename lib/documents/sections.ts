import { type Block, type Heading, type Inline, plainText } from "./markdown.ts";

/** A block with the worked numbers that stand in the margin beside it. */
export interface NotedBlock {
  block: Block;
  notes: string[];
}

/** A chapter of a document: its heading and what stands under it, up to the next of its level or above. */
export interface Section {
  heading: Heading;
  blocks: NotedBlock[];
  /** Headings of the next level, for the list of contents. */
  parts: Heading[];
}

export interface SectionedDocument {
  title: string;
  /** What stands before the first section. */
  opening: NotedBlock[];
  sections: Section[];
}

/** Cuts a document at its headings of level 2. */
export function cutSections(blocks: readonly Block[]): SectionedDocument {
  const title = blocks.find((block) => block.kind === "heading" && block.level === 1);
  const document: SectionedDocument = {
    title: title?.kind === "heading" ? title.text : "",
    opening: [],
    sections: [],
  };
  for (const noted of withNotes(blocks.filter((block) => block !== title))) {
    const { block } = noted;
    const section = document.sections.at(-1);
    if (block.kind === "heading" && block.level === 2) {
      document.sections.push({ heading: block, blocks: [], parts: [] });
    } else if (section) {
      section.blocks.push(noted);
      if (block.kind === "heading" && block.level === 3) section.parts.push(block);
    } else document.opening.push(noted);
  }
  return document;
}

/** From "Tested" to the full stop that ends the sentence; points inside numbers don't. */
const TESTED = /(?<=^|[.;] )Tested\b.*?\.(?=\s|$)/gs;

/**
 * Takes the sentences that begin with "Tested" out of their paragraphs: they stand beside the block that they test, the
 * one before where they open a paragraph.
 */
function withNotes(blocks: readonly Block[]): NotedBlock[] {
  const noted: NotedBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== "paragraph") {
      noted.push({ block, notes: [] });
      continue;
    }
    const { rest, notes } = splitTested(block.content);
    const before = noted.at(-1);
    const opens = plainText(block.content).startsWith("Tested") && before !== undefined;
    if (opens) before.notes.push(...notes);
    if (plainText(rest).trim() === "") continue;
    noted.push({ block: { kind: "paragraph", content: rest }, notes: opens ? [] : notes });
  }
  return noted;
}

function splitTested(content: readonly Inline[]) {
  const notes: string[] = [];
  const rest = content.map((one): Inline => {
    if (one.kind !== "text") return one;
    const text = one.text.replace(TESTED, (sentence) => {
      notes.push(sentence);
      return "";
    });
    return { kind: "text", text: text.replace(/ {2,}/g, " ") };
  });
  return { rest, notes };
}
