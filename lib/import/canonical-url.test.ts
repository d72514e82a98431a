import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalUrl } from "./canonical-url.ts";
import { TRACKING_PARAMETERS } from "./tracking-parameters.ts";

const golden = readFileSync(new URL("./golden-urls.tsv", import.meta.url), "utf8");
const rows = golden
  .split("\n")
  .slice(1, -1)
  .map((line) => line.split("\t"));

// These decide article ids: a line that changes here means that articles imported before get another id.
it("canonicalUrl gives every address of the golden file its form", () => {
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.map(([url]) => [url, canonicalUrl(url ?? "") ?? ""])).toEqual(rows);
});

it("tracking parameters are in lower case and sorted", () => {
  expect([...TRACKING_PARAMETERS]).toEqual(
    [...TRACKING_PARAMETERS].map((name) => name.toLowerCase()).sort(),
  );
});

it("canonicalUrl never throws", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: "binary" }),
      ),
      (text) => {
        const canonical = canonicalUrl(text);
        expect(canonical === null || !canonical.includes("#")).toBe(true);
      },
    ),
  );
});
