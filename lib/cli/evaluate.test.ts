import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { register } from "./evaluate.ts";

const folder = mkdtempSync(path.join(tmpdir(), "framescope-evaluate-"));
const inFolder = (name: string) => path.join(folder, name);

/** Runs the command and returns what it prints. */
async function run(...args: string[]): Promise<{ out: string; errors: string }> {
  const out = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const program = new Command().exitOverride();
  register(program);
  await program.parseAsync(["evaluate", ...args], { from: "user" });
  return { out: out.mock.calls.join("\n"), errors: errors.mock.calls.join("\n") };
}

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("framescope evaluate", () => {
  it("prints how a coder's CSV agrees, and writes it as JSON", async () => {
    writeFileSync(inFolder("mine.csv"), "text,coded\nThe pier may close.,yes\nIt shut.,no\n");
    const json = inFolder("mine.json");
    const { out } = await run(inFolder("mine.csv"), "--signal", "hedge", "--json", json);
    expect(out).toContain("mine: hedge, 2 sentences; 1 coded yes");
    const { sets } = JSON.parse(readFileSync(json, "utf8"));
    expect(sets[0].tables[0].rows[0]).toMatchObject({ by: "all", tp: 1, fp: 0, fn: 0 });
  });
  it("names file, line and reason of a bad row, and goes on", async () => {
    writeFileSync(inFolder("bad.csv"), "text,coded\nThe pier may close.,yes\nIt shut.,perhaps\n");
    const { out, errors } = await run(inFolder("bad.csv"), "--signal", "hedge");
    expect(errors).toMatch(/^bad\.csv, line 3: coded is “perhaps”/);
    expect(out).toContain("1 sentence; 1 coded yes");
    expect(process.exitCode).toBe(1);
  });
  it("takes a dictionary of one's own as a signal", async () => {
    writeFileSync(inFolder("harbour.csv"), "term,label\npier*,place\n");
    const coded =
      "text,signal,coded\nThe piers closed.,user_harbour,yes\nIt shut.,user_harbour,no\n";
    writeFileSync(inFolder("coded.csv"), coded);
    const { out } = await run("--lexicon", inFolder("harbour.csv"), inFolder("coded.csv"));
    expect(out).toContain("coded: user_harbour, 2 sentences");
  });
  it("takes the sets of a folder by name", async () => {
    const row = JSON.stringify({ text: "The pier may close.", label: true });
    writeFileSync(inFolder("hedging-quay.jsonl"), row);
    const { out } = await run("hedging-quay", "--folder", folder);
    expect(out).toContain("hedging-quay: hedge");
  });
  it("says what is missing where it can't go on", async () => {
    await expect(run(inFolder("none.jsonl"))).rejects.toThrow("there is no such file");
    await expect(run("--folder", inFolder("none"))).rejects.toThrow("holds no labelled sets");
    await expect(run("--record", "--folder", inFolder("none"))).rejects.toThrow(
      /lacks hedging-news\.jsonl, .* Nothing was written\./,
    );
    await expect(run("--record", "hedging-news")).rejects.toThrow("name no set");
    await expect(run("--signal", "irony", inFolder("mine.csv"))).rejects.toThrow(
      "There is no signal irony; known are scare_quote, hedge,",
    );
  });
});
