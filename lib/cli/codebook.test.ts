import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readShippedCodebook } from "../codebook/files.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(path.join(tmpdir(), "framescope-codebook-"));
afterAll(() => rmSync(folder, { recursive: true }));

let out: string[] = [];
let err: string[] = [];
beforeEach(() => {
  out = [];
  err = [];
  vi.spyOn(console, "log").mockImplementation((line) => void out.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void err.push(String(line)));
  process.exitCode = undefined;
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Writes a file into the test's folder. */
function file(name: string, text: string): string {
  const whole = path.join(folder, name);
  writeFileSync(whole, text);
  return whole;
}

const framescope = (...args: string[]) => main(["node", "framescope", ...args]);

describe("framescope codebook check", () => {
  it("finds the shipped codebook sound", async () => {
    await framescope("codebook", "check");
    expect(out.at(-1)).toBe(`codebook ${readShippedCodebook().hash.slice(0, 8)} is sound`);
    expect(err).toEqual([]);
    expect(process.exitCode).toBeUndefined();
  });

  it("names file, line and field of every mistake of a folder, and fails", async () => {
    file(
      "lexicons.csv",
      "id,signal,version,title,source,url,licence,changes\n,hedge,1,Words,own,,MIT,\n",
    );
    await framescope("codebook", "check", folder);
    expect(err.join("\n")).toContain("lexicons.csv:2 id: is empty");
    expect(process.exitCode).toBe(1);
  });

  it("says what of a dictionary would be left out, and fails where anything would", async () => {
    const good = file("good.csv", "term,label\nriver,water\nlost,loss\n");
    await framescope("codebook", "check", good);
    expect(out).toEqual(["good.csv: CSV, 2 entries, 2 labels: water, loss"]);
    expect(process.exitCode).toBeUndefined();
    await framescope(
      "codebook",
      "check",
      file("bad.csv", "term,label\nriver,water\nRiver,water\n"),
    );
    expect(err).toEqual([
      "bad.csv: 1 line left out:",
      '  bad.csv:3 term: "river" stands under water in line 2 already',
    ]);
    expect(process.exitCode).toBe(1);
  });
});

describe("framescope codebook diff", () => {
  it("says what importing a dictionary would change, without a corpus", async () => {
    const own = file("own.yml", "water: [river]\n");
    await framescope("codebook", "diff", "shipped", own, "--slug", "lakes");
    expect(out).toEqual([
      "added\tuser_lakes, facts\tlakes\t",
      "added\tuser_lakes\triver (water)\t",
    ]);
    out = [];
    await framescope("codebook", "diff", "shipped", "shipped");
    expect(out).toEqual(["no difference"]);
  });
});
