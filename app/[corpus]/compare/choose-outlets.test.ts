import { describe, expect, it } from "vitest";
import { chooseOutlets, replaceOutlet } from "./choose-outlets.ts";

const outlets = ["one", "two", "three", "four", "five", "six", "seven"].map((slug, i) => ({
  slug,
  name: slug,
  articles: 10 * (i + 1),
}));

describe("chooseOutlets", () => {
  it("takes the two with most articles where none are named, and says so", () => {
    expect(chooseOutlets(outlets, null)).toEqual({
      slugs: ["seven", "six"],
      byDefault: true,
      notices: [],
    });
  });
  it("keeps the order asked for, each outlet once", () => {
    expect(chooseOutlets(outlets, ["two", "one", "two"]).slugs).toEqual(["two", "one"]);
  });
  it("fills up to two, keeps to six, and names both", () => {
    const one = chooseOutlets(outlets, ["one", "gone"]);
    expect(one.slugs).toEqual(["one", "seven"]);
    expect(one.notices).toHaveLength(2);
    const seven = chooseOutlets(
      outlets,
      outlets.map(({ slug }) => slug),
    );
    expect(seven.slugs).toHaveLength(6);
    expect(seven.notices).toHaveLength(1);
  });
  it("can't make two of one", () => {
    expect(chooseOutlets(outlets.slice(0, 1), null).slugs).toEqual(["one"]);
    expect(chooseOutlets([], null).slugs).toEqual([]);
  });
});

describe("replaceOutlet", () => {
  it("puts another outlet in its place, or changes places with it", () => {
    expect(replaceOutlet(["one", "two"], 1, "six")).toEqual(["one", "six"]);
    expect(replaceOutlet(["one", "two"], 0, "two")).toEqual(["two", "one"]);
  });
});
