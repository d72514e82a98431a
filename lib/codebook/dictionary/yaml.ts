import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
} from "yaml";
import { wellFormed } from "../../import/well-formed.ts";
import { type DictionaryContent, DictionaryProblem } from "./content.ts";

/** What quanteda writes above the terms of a category that has categories of its own. */
const OWN_TERMS = "__";
/** Categories within categories. */
const DEEPEST = 20;
/** Brackets and lists of the text within each other: a category takes two. */
const DEEPEST_TOKEN = 100;

/**
 * A dictionary as quanteda reads it: categories with lists of terms, or with categories of their own, which give
 * "a.b" as quanteda flattens them. Every scalar is text: no and 1 are words here.
 */
export function readYamlDictionary(text: string): DictionaryContent {
  const lineCounter = new LineCounter();
  const document = parse(text, lineCounter);
  const content: DictionaryContent = { entries: [], leftOut: [] };
  const lineOf = (node: unknown) => lineCounter.linePos((node as Node)?.range?.[0] ?? 0).line;
  const read = (node: unknown, path: readonly string[]): void => {
    const line = lineOf(node);
    if (isAlias(node)) {
      content.leftOut.push({ line, field: "term", message: "aliases (*name) are not followed" });
    } else if (isMap(node)) {
      if (path.length >= DEEPEST) {
        throw new DictionaryProblem(line, `categories stand more than ${DEEPEST} deep.`);
      }
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? wellFormed(String(key.value ?? "")) : "";
        read(value, name === OWN_TERMS ? path : [...path, name.trim()]);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) read(item, path);
    } else if (isScalar(node) && node.value !== null && path.length > 0) {
      content.entries.push({ line, label: path.join("."), term: wellFormed(String(node.value)) });
    } else if (path.length === 0) {
      throw new DictionaryProblem(line, "a dictionary has categories, each with a list of terms.");
    }
  };
  read(document, []);
  return content;
}

function parse(text: string, lineCounter: LineCounter) {
  const tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
  refuseDeep(tokens);
  const composer = new Composer({
    lineCounter,
    prettyErrors: false,
    schema: "failsafe",
    // quanteda joins categories of one name.
    uniqueKeys: false,
  });
  const [document] = composer.compose(tokens, true, text.length);
  const [first] = document?.errors ?? [];
  if (first) {
    const { line } = lineCounter.linePos(first.pos[0]);
    throw new DictionaryProblem(line, `this is no YAML: ${first.message}`);
  }
  return document?.contents ?? null;
}

/** Composing goes as deep as the text does, and there the process itself would die: what is deeper is refused before. */
function refuseDeep(tokens: readonly CST.Token[]): void {
  const open: { token: CST.Token | null | undefined; depth: number }[] = [];
  for (const token of tokens) open.push({ token, depth: 0 });
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (!token) continue;
    if (depth > DEEPEST_TOKEN) {
      throw new DictionaryProblem(
        1,
        `its brackets or lists stand more than ${DEEPEST_TOKEN} deep.`,
      );
    }
    if (token.type === "document") open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      open.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
    }
  }
}
