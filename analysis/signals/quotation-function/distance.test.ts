import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = shippedCodebook();
const rows = (body: string, words: string) => rowsOf({ body }, words, codebook);

describe("D2, a distancing adjective before the marks", () => {
  it.each([
    ["They laughed at the alleged “monster” in the lake.", "monster"],
    ["The board denied its purported “plan” for the mill.", "plan"],
    ["He was suspended for alleged “misconduct” on the ferry.", "misconduct"],
    ["Nobody saw the claimed river “monster” again.", "monster"],
    ["Nobody believed in the phantom “buyer” of the mill.", "buyer"],
  ])("holds in %s", (body, words) => {
    expect(rows(body, words)).toContain("D2");
  });

  it.each([
    ["He left the board and claimed that “certain members” had lied.", "certain members"],
    ["The union wrote to her and alleged a “cover-up” on the ferry.", "cover-up"],
    ["The mayor claimed “victory” over the flood.", "victory"],
  ])("does not hold for a verb: %s", (body, words) => {
    expect(rows(body, words)).not.toContain("D2");
  });
});
