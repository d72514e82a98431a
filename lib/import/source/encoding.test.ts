import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { inPieces, readAll } from "../formats/read-for-test.ts";
import { openFile } from "./open.ts";

const french =
  "date,text\n2031-01-01,“L’été” – déjà vu à l’hôtel, c’est “très” cher: 5 €\n".replace(
    "hôtel,",
    "hôtel",
  );
const russian = `date;text\n${"2031-01-01;Министр заявил, что независимые эксперты ошиблись\n".repeat(8)}`;

async function encodingOf(bytes: Uint8Array): Promise<string> {
  const file = await openFile("a.csv", inPieces(bytes, 1000));
  for await (const _ of file.rows);
  return file.encoding().name;
}

describe("encodings", () => {
  it("reads windows-1252 with its curly marks, dashes and euro sign", async () => {
    const bytes = iconv.encode(french, "windows-1252");
    expect(await encodingOf(bytes)).toBe("windows-1252");
    expect(await readAll(bytes)).toEqual(await readAll(french));
  });

  it.each(["utf-16le", "utf-16be", "utf8"])(
    "reads %s with and without a byte order mark",
    async (name) => {
      for (const text of [french, `\uFEFF${french}`]) {
        expect(await readAll(iconv.encode(text, name, { addBOM: false }), "a.csv", 3)).toEqual(
          await readAll(french),
        );
      }
    },
  );

  it("recognises Cyrillic encodings", async () => {
    for (const name of ["windows-1251", "koi8-r"]) {
      expect((await encodingOf(iconv.encode(russian, name))).toLowerCase()).toBe(name);
      expect(await readAll(iconv.encode(russian, name))).toEqual(await readAll(russian));
    }
  });

  it("decides where the first byte above ASCII comes, however late", async () => {
    const ascii = `date,text\n${"2031-01-01,plain words\n".repeat(10_000)}`;
    const late = Buffer.concat([
      Buffer.from(ascii),
      iconv.encode("2031-01-02,caf\u00e9 “so”\n", "windows-1252"),
    ]);
    expect((await readAll(late)).at(-1)).toMatchObject({ text: "café “so”" });
  });

  it("refuses the one row that is not UTF-8, with its line and column", async () => {
    const good = "2031-01-01,déjà vu – “so”\n";
    const bytes = Buffer.concat([
      Buffer.from(`date,text\n${good.repeat(5)}`),
      Buffer.from("2031-01-02,caf\u00e9\n", "latin1"),
      Buffer.from(good),
    ]);
    const rows = await readAll(bytes);
    expect(rows.filter((row) => typeof row === "string")).toEqual([
      "7: Wrong encoding: this row holds bytes that are no characters in the file's encoding.",
    ]);
    expect(rows).toHaveLength(7);
  });

  it("takes NUL bytes out", async () => {
    expect(await readAll("a,b\n1\0,2\n")).toEqual([{ line: "2", a: "1", b: "2" }]);
  });
});

describe("gzip", () => {
  it("is told by its contents and may have several members", async () => {
    const [first, rest] = [french.slice(0, 20), french.slice(20)];
    expect(
      await readAll(Buffer.concat([gzipSync(first), gzipSync(rest)]), "wrong-name.csv", 7),
    ).toEqual(await readAll(french));
  });

  it("says in words that it is cut off or damaged", async () => {
    const packed = gzipSync(french.repeat(2000));
    await expect(readAll(packed.subarray(0, packed.length / 2))).rejects.toThrow(/ends too early/);
    const damaged = Buffer.from(packed);
    damaged.fill(7, 40, 60);
    await expect(readAll(damaged)).rejects.toThrow(/damaged/);
  });

  it("stops at a bomb", async () => {
    await expect(
      readAll(gzipSync(Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(70 * 1024 * 1024, 65)]))),
    ).rejects.toThrow(/more than 200 times/);
  });
});

describe("openFile", () => {
  it.each([
    ["", /is empty/],
    [" \n ", /nothing but blanks/],
    ["PK\u0003\u0004...", /ZIP or spreadsheet/],
    ["%PDF-1.7", /a PDF/],
    ["Just a sentence without a header.", /in no format that is known/],
  ])("refuses %j in words", async (contents, reason) => {
    await expect(readAll(contents)).rejects.toThrow(reason);
  });
});
