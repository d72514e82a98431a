import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { PARTS, QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import { readCodings } from "./codings.ts";

const folder = mkdtempSync(path.join(tmpdir(), "codings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The first 16 hexadecimal digits of a body's SHA-256, which name an article. */
const nameOf = (body: string) => createHash("sha256").update(body).digest("hex").slice(0, 16);

const ferry = { title: "Ferry “late” again", body: "They call it a “fast” ferry." };
const pier = { title: "The pier", body: "The “pier” is closed,\u2028and so is the “bar”." };
const lost = { title: "Lost", body: "Nobody kept “this” one." };

const HEADER = "article,part,start,end,function,distanced,confidence";
const codings = (...lines: string[]) =>
  write("codings.csv", [HEADER, ...lines.map((line) => `${line}\n`)].join("\n"));
const corpusOf = (...articles: object[]) =>
  articles.map((article) => `${JSON.stringify(article)}\n`).join("");
const corpus = (...articles: object[]) => write("corpus.jsonl", corpusOf(...articles));

describe("readCodings", () => {
  const all = [
    `${nameOf(lost.body)},body,13,17,mention,no,h`,
    `${nameOf(pier.body)},body,5,9,term,no,l`,
    `${nameOf(ferry.body)},headline,7,11,scare,yes,h`,
    `${nameOf(pier.body)},body,36,39,partial,no,m`,
  ];

  it("gives each coding with its article's text, as sure as its coder was", async () => {
    const [line] = await readCodings(codings(...all), corpus(ferry));
    expect(line).toEqual({
      id: `${nameOf(ferry.body)}-7`,
      text: ferry.body,
      headline: ferry.title,
      part: "headline",
      start: 7,
      end: 11,
      function: "scare",
      distanced: true,
      weight: 0.9,
    });
  });

  it("goes through the corpus in its order, and leaves out what that lacks", async () => {
    const found = await readCodings(codings(...all), corpus({ body: "Other." }, pier, ferry));
    expect(found.map(({ text, start, weight }) => [text, start, weight])).toEqual([
      [pier.body, 5, 0.23],
      [pier.body, 36, 0.58],
      [ferry.body, 7, 0.9],
    ]);
  });

  it("reads a gzipped corpus as it reads a plain one", async () => {
    const packed = write("corpus.jsonl.gz", gzipSync(corpusOf(pier, ferry)));
    const plain = await readCodings(codings(...all), corpus(pier, ferry));
    expect(plain).toHaveLength(3);
    expect(await readCodings(codings(...all), packed)).toEqual(plain);
  });

  it("takes an article that stands in the corpus twice once, and passes over empty lines", async () => {
    const twice = write("twice.jsonl", `\n${corpusOf(ferry)}  \n${corpusOf(ferry)}`);
    expect(await readCodings(codings(...all), twice)).toHaveLength(1);
  });

  it("finds an article by every unit of its body, and by nothing else", async () => {
    const changed = { ...ferry, body: `${ferry.body} ` };
    const renamed = { ...ferry, title: "“Late” again" };
    expect(await readCodings(codings(...all), corpus(changed))).toEqual([]);
    expect(await readCodings(codings(...all), corpus(renamed))).toMatchObject([
      { headline: "“Late” again" },
    ]);
    expect(await readCodings(codings(...all), corpus({ body: ferry.body }))).toMatchObject([
      { headline: "" },
    ]);
  });

  it("names file, line and field of a coding that is wrong", async () => {
    const unsure = codings(all[1] ?? "", `${nameOf(ferry.body)},body,16,20,scare,yes,sure`);
    await expect(readCodings(unsure, corpus(ferry))).rejects.toThrow(
      /codings\.csv, line 4, confidence: "sure" is not h, m or l\.$/,
    );
    await expect(readCodings(codings("a,body,1"), corpus(ferry))).rejects.toThrow(
      /codings\.csv, line 2, : 3 fields, the header has 7\.$/,
    );
  });
});

describe("fit/codings.csv", () => {
  const lines = readFileSync(new URL("codings.csv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  const rows = lines.slice(1).map((line) => line.split(","));

  it("names a quotation a line: article, place, function, distance and confidence", () => {
    expect(lines[0]).toBe(HEADER);
    const wrong = rows.filter(([article = "", part, start, end, name, distanced, confidence]) => {
      const isPlaced = Number.isInteger(Number(start)) && 0 <= Number(start);
      return !(
        /^[0-9a-f]{16}$/.test(article) &&
        PARTS.some((known) => known === part) &&
        isPlaced &&
        Number(start) < Number(end) &&
        QUOTATION_FUNCTIONS.some((known) => known === name) &&
        /^(yes|no)$/.test(distanced ?? "") &&
        /^[hml]$/.test(confidence ?? "")
      );
    });
    expect(wrong).toEqual([]);
  });

  it("codes no quotation twice", () => {
    const places = rows.map((fields) => fields.slice(0, 4).join(","));
    expect(new Set(places).size).toBe(places.length);
  });
});
