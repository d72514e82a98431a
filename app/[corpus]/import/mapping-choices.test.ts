import { describe, expect, it } from "vitest";
import type { Mapping } from "../../../lib/import/mapping.ts";
import { choiceOf, withChoice } from "./mapping-choices.ts";

const mapping: Mapping = {
  columns: { date: "when", body: "text" },
  ignored: ["n"],
  dateOrder: null,
  outlet: null,
  domainNames: {},
};

describe("what a column becomes", () => {
  it("is a field, nothing, or else an attribute", () => {
    expect(["when", "n", "desk"].map((column) => choiceOf(mapping, column))).toEqual([
      "date",
      "ignore",
      "attribute",
    ]);
  });
  it("can be changed; a field belongs to one column alone", () => {
    expect(withChoice(mapping, "desk", "body").columns).toEqual({ date: "when", body: "desk" });
    expect(withChoice(mapping, "when", "attribute").columns).toEqual({ body: "text" });
    expect(withChoice(mapping, "n", "headline")).toMatchObject({
      columns: { headline: "n" },
      ignored: [],
    });
    expect(withChoice(mapping, "text", "ignore")).toMatchObject({
      columns: { date: "when" },
      ignored: ["n", "text"],
    });
  });
});
