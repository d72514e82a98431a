import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import type { ArticleText } from "../../types.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = shippedCodebook();

/** Which of three rows about the marks hold: inside another quotation, single in a text, single in a headline. */
const about = (text: Partial<ArticleText>, words: string) =>
  rowsOf(text, words, codebook).filter((id) => ["G18", "G19", "G20"].includes(id));

describe("rows about the marks themselves", () => {
  const nested = "“They sold us a ‘miracle’ that leaks,” she said.";

  it("tell a quotation inside another (G19) from the one around it", () => {
    expect(about({ body: nested }, "miracle")).toEqual(["G19"]);
    expect(about({ body: nested }, "They sold us a ‘miracle’ that leaks,")).toEqual([]);
  });

  it("tell single marks that stand inside no other quotation (G20) from double ones", () => {
    expect(about({ body: "She called it a ‘miracle’ at first." }, "miracle")).toEqual(["G20"]);
    expect(about({ teaser: "She called it a ‘miracle’ at first." }, "miracle")).toEqual(["G20"]);
    expect(about({ body: "She called it a “miracle” at first." }, "miracle")).toEqual([]);
  });

  it("have a row of their own for single marks in headlines (G18), which are usual there", () => {
    expect(about({ headline: "Pier is a ‘miracle’, town says" }, "miracle")).toEqual(["G18"]);
    expect(about({ headline: "Pier is a “miracle”, town says" }, "miracle")).toEqual([]);
    expect(about({ headline: nested }, "miracle")).toEqual(["G19"]);
  });
});
