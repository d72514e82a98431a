import { describe, expect, it } from "vitest";
import { readDictionary } from "./dictionary/dictionary.ts";
import { toLexicon } from "./dictionary/to-lexicon.ts";
import { diffCodebooks } from "./diff.ts";
import { readShippedCodebook } from "./files.ts";
import { withLexicon } from "./user-files.ts";

const { files } = readShippedCodebook();

/** The differences to the shipped codebook after a change of one file, as lines. */
function changes(file: string, change: (text: string) => string): string[] {
  const text = files[file] ?? "";
  const changed = change(text);
  expect(changed).not.toBe(text);
  return lines(diffCodebooks(files, { ...files, [file]: changed }));
}

const lines = (differences: ReturnType<typeof diffCodebooks>) =>
  differences.map(({ kind, place, what, detail }) => `${kind} ${place} ${what} ${detail}`.trim());

describe("diffCodebooks", () => {
  it("finds none between a codebook and itself", () => {
    expect(diffCodebooks(files, { ...files })).toEqual([]);
  });

  it("names an entry that is gone, and one whose label is another", () => {
    const hedges = changes("lexicons/hedges.csv", (text) =>
      text
        .split("\n")
        .filter((line) => !line.startsWith("perhaps,"))
        .map((line) => (line.startsWith("presumably,") ? line.replace("epistemic", "modal") : line))
        .join("\n"),
    );
    expect(hedges).toEqual([
      "removed hedges perhaps epistemic",
      "changed hedges presumably label: epistemic -> modal",
    ]);
  });

  it("names a phrase that is new, and a weight of the table of distance that is other", () => {
    expect(changes("quoted-phrases.csv", (text) => `${text}IDIOM,spring tide of mud\n`)).toEqual([
      "added phrases IDIOM spring tide of mud",
    ]);
    const [weight] = changes("quotation-weights.csv", (text) =>
      text.replace(/^(L1,.*,)[^,\n]*$/m, (_, start: string) => `${start}9.5`),
    );
    expect(weight).toMatch(/^changed quotation weights L1 distanced: \S+ -> 9\.5$/);
  });

  it("names a weight, a word of a list and a fact that are other", () => {
    const [weight] = changes("quotation-weights.csv", (text) =>
      text.replace(/^(bias,[^,]*),[^,]*,/m, "$1,9.5,"),
    );
    expect(weight).toMatch(/^changed quotation weights bias direct: \S+ -> 9\.5$/);
    const added = changes("rule-lists.csv", (text) => `${text}zz_list,zzword\n`);
    expect(added).toEqual(["added list zz_list zzword"]);
    const version = changes("lexicons.csv", (text) =>
      text.replace(/^(hedges,hedge),[^,]*,/m, "$1,99,"),
    );
    expect(version[0]).toMatch(/^changed hedges, facts hedges version: \S+ -> 99$/);
  });

  it("tells what another edition of a dictionary brings", () => {
    const edition = (text: string) => {
      const dictionary = readDictionary("own.csv", Buffer.from(`term,label\n${text}`), "own");
      return withLexicon(files, toLexicon(dictionary, { source: "own" }).lexicon);
    };
    const both = diffCodebooks(
      edition("river,water\nlost,loss\n"),
      edition("river,water\nlake,water\n"),
    );
    expect(lines(both)).toEqual(["added user_own lake (water)", "removed user_own lost (loss)"]);
  });
});
