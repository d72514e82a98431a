import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** The keys of the first level, with their values as written. */
const keys = new Map(
  [...read("CITATION.cff").matchAll(/^([\w-]+):[ \t]*(.*)$/gm)].map(([, key = "", value = ""]) => [
    key,
    value.replace(/^"(.*)"$/, "$1"),
  ]),
);

describe("CITATION.cff", () => {
  it("has what version 1.2.0 of the format requires", () => {
    expect(keys.get("cff-version")).toBe("1.2.0");
    for (const key of ["message", "title"]) expect(keys.get(key)).toMatch(/\S/);
    expect(read("CITATION.cff")).toMatch(/^authors:\n {2}- name: "The Framescope authors"$/m);
  });
  it("names the version and licence of package.json", () => {
    const { version, license } = JSON.parse(read("package.json"));
    expect(keys.get("version")).toBe(version);
    expect(keys.get("license")).toBe(license);
  });
  it("invents no DOI and no address", () => {
    for (const key of ["doi", "identifiers", "url", "repository-code"])
      expect(keys.has(key)).toBe(false);
    expect(read("CITATION.cff")).not.toMatch(/https?:|10\.\d{4}/);
  });
});
