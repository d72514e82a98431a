import { describe, expect, it } from "vitest";
import { compileCodebook } from "../../codebook/compile.ts";
import { shippedFiles } from "../../codebook/shipped.test-support.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = compileCodebook(
  {
    ...shippedFiles(),
    "quoted-phrases.csv": `list,phrase
DISPUTED_NAME,fresh start
DISPUTED_NAME,pilots
IDIOM,plain sailing
SLOGAN,boats not bridges
SLOGAN,plain sailing
TERM_OF_ART,foreshore
TERM_OF_ART,neap tide
WORK_NAME,night on the quay
WORK_NAME,saltings
`,
  },
  "test",
);

/** The rows P that hold for a quotation with these words. */
const rowsAbout = (words: string) =>
  rowsOf({ body: `On Monday they spoke of “${words}” again.` }, words, codebook).filter((id) =>
    id.startsWith("P"),
  );

describe("rows about phrases that are known from elsewhere", () => {
  it.each([
    ["foreshore", ["P1"]],
    ["neap tide", ["P2"]],
    ["night on the quay", ["P3"]],
    ["saltings", ["P3"]],
    ["pilots", ["P4"]],
    ["fresh start", ["P5"]],
    ["boats not bridges", ["P6"]],
    ["plain sailing", ["P6", "P7"]],
  ])("“%s” has %j", (words, rows) => {
    expect(rowsAbout(words)).toEqual(rows);
  });

  it.each([
    ["Night On The Quay", ["P3"]],
    ["Boats, not bridges!", ["P6"]],
    ["Pilots,", ["P4"]],
  ])("neither capitals nor marks matter: “%s” has %j", (words, rows) => {
    expect(rowsAbout(words)).toEqual(rows);
  });

  it.each(["tide", "neap", "tide neap", "the neap tide", "pilot", "…"])(
    "“%s” is no phrase of the list and has none",
    (words) => {
      expect(rowsAbout(words)).toEqual([]);
    },
  );

  it("counts no phrase that another quotation interrupts or goes on with", () => {
    const body = "On Monday they spoke of “neap” and “tide” again, not of plain “sailing”.";
    for (const words of ["neap", "tide", "sailing"])
      expect(rowsOf({ body }, words, codebook).filter((id) => id.startsWith("P"))).toEqual([]);
  });
});
