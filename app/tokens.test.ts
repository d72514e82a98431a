import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ciede2000, contrast, distance, type Vision } from "./colour-vision.ts";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** The hex tokens of one theme, as tokens.css writes them. */
function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector)).split("}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
  );
}

const themes = { light: tokens('[data-theme="light"]'), dark: tokens('[data-theme="dark"]') };
const slots = (theme: Record<string, string>) =>
  Array.from({ length: 10 }, (_, i) => theme[`slot-${i + 1}`] ?? "");

function smallestDistance(colours: string[], vision: Vision): number {
  const pairs = colours.flatMap((a, i) => colours.slice(i + 1).map((b) => distance(a, b, vision)));
  return Math.min(...pairs);
}

it("CIEDE2000 gives the distances published by Sharma, Wu and Dalal", () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, -1, 2], [50, 0, 0])).toBeCloseTo(2.3669, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(
    1.2644,
    4,
  );
});

describe.each(Object.entries(themes))("the %s palette", (name, theme) => {
  it("draws outlets at 3:1 or better on paper, and names them at 4.5:1", () => {
    for (let slot = 1; slot <= 10; slot++) {
      expect(contrast(theme[`slot-${slot}`] ?? "", theme.paper ?? "")).toBeGreaterThanOrEqual(3);
      expect(contrast(theme[`slot-${slot}-text`] ?? "", theme.paper ?? "")).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
  it("keeps all ten outlets apart, also for colour-blind readers", () => {
    const floor = { normal: 18, deuteranopia: 10.5, protanopia: 9.5, tritanopia: 8.5 };
    for (const [vision, least] of Object.entries(floor)) {
      expect(smallestDistance(slots(theme), vision as Vision), vision).toBeGreaterThanOrEqual(
        least,
      );
    }
  });
  it("keeps outlets apart from the greys", () => {
    for (const colour of slots(theme)) {
      for (const grey of [theme.rest, theme.restline]) {
        expect(distance(colour, grey ?? "", "normal"), `${name} ${colour}`).toBeGreaterThanOrEqual(
          11,
        );
      }
    }
  });
  it("writes text at 4.5:1 or better on paper, desk and inset", () => {
    for (const text of ["ink", "ink2", "ink3", "link"]) {
      for (const ground of ["paper", "desk", "inset"]) {
        expect(
          contrast(theme[text] ?? "", theme[ground] ?? ""),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(theme.question ?? "", theme["question-ground"] ?? "")).toBeGreaterThanOrEqual(
      4.5,
    );
    expect(contrast(theme.failure ?? "", theme["failure-ground"] ?? "")).toBeGreaterThanOrEqual(
      4.5,
    );
    for (const line of ["edge", "focus"])
      expect(contrast(theme[line] ?? "", theme.paper ?? "")).toBeGreaterThanOrEqual(3);
  });
});
