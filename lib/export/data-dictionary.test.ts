import { describe, expect, it } from "vitest";
import { dataDictionary } from "./data-dictionary.ts";
import { EXPORTS } from "./exports.ts";

describe("the data dictionary", () => {
  it("is what docs/data-dictionary.md says", async () => {
    await expect(dataDictionary()).toMatchFileSnapshot("../../docs/data-dictionary.md");
  });
  it("names each column of a file once, and says what it holds", () => {
    for (const { columns } of Object.values(EXPORTS)) {
      const names = columns.map((column) => column.name);
      expect(new Set(names).size).toBe(names.length);
      for (const { describe: words } of columns) expect(words).toMatch(/\.$/);
    }
  });
});
