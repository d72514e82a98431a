import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
import { compileCodebook } from "../../analysis/codebook/compile.ts";
import { projectRoot } from "../config.ts";
import { readDictionary } from "./dictionary/dictionary.ts";
import { toLexicon } from "./dictionary/to-lexicon.ts";
import { readShippedCodebook } from "./files.ts";
import { withLexicon } from "./user-files.ts";

const page = readFileSync(path.join(projectRoot(), "docs", "lexicons.md"), "utf8");

/** The page's block of a kind: ```yaml ... ``` */
function block(kind: string): string {
  return page.split(`\`\`\`${kind}\n`)[1]?.split("```")[0] ?? "";
}

/** The table's rows as label, matches, count. */
const table = page
  .split("| label | matches | count |\n|---|---|---|\n")[1]
  ?.split("\n\n")[0]
  ?.split("\n")
  .map((row) => row.split("|").map((cell) => cell.trim()))
  .map(([, label, matches, count]) => ({ label, matches, count }));

it("docs/lexicons.md counts its example as Framescope does", () => {
  const dictionary = readDictionary("example.yml", Buffer.from(block("yaml")), "example");
  const { lexicon } = toLexicon(dictionary, {});
  const codebook = compileCodebook(withLexicon(readShippedCodebook().files, lexicon), "example");
  const article = { headline: "", teaser: "", body: block("text") };
  const { flags } = analyze(article, codebook);
  const counted = lexicon.labels.map((label) => {
    const own = flags.filter((flag) => flag.signal === "user_example" && flag.label === label);
    return {
      label,
      matches: own.map(({ text }) => text).join(", "),
      count: String(own.length),
    };
  });
  expect(counted).toEqual(table);
});
