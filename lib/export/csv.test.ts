import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("a CSV line", () => {
  it("neutralises text that a spreadsheet would run, also after blanks, and leaves numbers alone", () => {
    expect(csvLine(["=1+1", "  @cmd", "-5", -5, "\t=1", "a=b"])).toBe(
      "'=1+1,'  @cmd,'-5,-5,'\t=1,a=b\r\n",
    );
  });
  it("writes no value as an empty cell, truth in words, numbers at full precision", () => {
    expect(csvLine([null, true, false, 0.1 + 0.2, 1e21])).toBe(
      ",true,false,0.30000000000000004,1e+21\r\n",
    );
  });
  it("gives back any text that needs no apostrophe, whatever quotes, commas and line ends it holds", () => {
    const cell = fc
      .string({ unit: "binary" })
      .filter((text) => !/^\s*[=+\-@\t\r]/.test(text) && !/[\ud800-\udfff]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
        expect(
          parse(csvLine(cells), { record_delimiter: "\r\n", skip_empty_lines: false }),
        ).toEqual([cells]);
      }),
    );
  });
});
