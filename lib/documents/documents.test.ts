import { describe, expect, it } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
import { shippedCodebook, shippedFiles } from "../../analysis/codebook/shipped.test-support.ts";
import { f1, precision, recall } from "../../analysis/evaluation/precision-recall.ts";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { ROW_IDS } from "../../analysis/signals/quotation-function/rows.ts";
import { dispersion } from "../../analysis/statistics/dispersion.ts";
import { keyness } from "../../analysis/statistics/keyness.ts";
import { rateStandardError, rateSums, rateWithInterval } from "../../analysis/statistics/rate.ts";
import { rateRatio } from "../../analysis/statistics/rate-ratio.ts";
import { shareWithInterval } from "../../analysis/statistics/share.ts";
import { hashWeights } from "../evaluation/cross-validated.ts";
import { UNSEEN_RESULTS } from "../evaluation/recorded-sets.ts";
import { accuracyOf, readMeasured } from "./accuracy.ts";
import { documentHref, linksOf } from "./links.ts";
import { parseMarkdown } from "./markdown.ts";
import { DOCUMENTS, readDocument } from "./read-document.ts";

const methods = readDocument("methods.md");
const accuracy = readDocument("accuracy.md");

const zip = (y: number[], x: number[]) => x.map((words, i) => ({ x: words, y: y[i] ?? 0 }));
const A = zip([3, 0, 2, 5, 1], [520, 310, 480, 900, 290]);
const B = zip([1, 0, 1, 2, 0, 1], [610, 450, 380, 700, 250, 510]);
const six = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(6);

/** Each number has to stand in the document as the program gives it. */
const expectWritten = (...numbers: string[]) => {
  expect(numbers.filter((number) => !methods.includes(number))).toEqual([]);
};

describe("the numbers that docs/methods.md works out", () => {
  it("are what the rate and its interval give on A", () => {
    const sums = rateSums(A);
    const rate = rateWithInterval(sums);
    const error = six((rateStandardError(sums) ?? 0) * 1000);
    expectWritten(
      `rate ${rate?.rate.toFixed(1)}, standard error ${error}, interval ${six(rate?.low)} to ${six(rate?.high)}`,
    );
  });
  it("are what Garwood's bound gives without a hit", () => {
    const rate = rateWithInterval(rateSums(zip([0, 0], [700, 500])));
    expectWritten(`no hit in 1,200 words, upper bound ${six(rate?.high)}`);
  });
  it("are what Wilson's interval gives for 4 of 5", () => {
    const share = shareWithInterval(4, 5);
    expectWritten(`4 of 5 is ${share?.share}, interval ${six(share?.low)} to ${six(share?.high)}`);
  });
  it("are what the ratio of A to B gives", () => {
    const ratio = rateRatio(rateSums(A), rateSums(B));
    expectWritten(
      `ratio ${ratio?.ratio.toFixed(3)}`,
      `${six(ratio?.df)} degrees of freedom, interval ${six(ratio?.low)} to ${six(ratio?.high)}, p ${six(ratio?.p).slice(1)}`,
    );
  });
  it("are what keyness gives for 30 of 20,000 against 10 of 25,000", () => {
    const key = keyness(30, 10, 20_000, 25_000);
    expectWritten(`G² ${six(key?.logLikelihood)}, log ratio ${six(key?.logRatio)}`);
  });
  it("are what dispersion gives on A", () => {
    const spread = dispersion(A);
    expectWritten(`Tested on A: ${six(spread?.dp)}`, `of words, ${six(spread?.normalised)}`);
  });
  it("are what precision, recall and F1 give for 3 right, 1 wrong, 2 missed", () => {
    const counts = { tp: 3, fp: 1, fn: 2 };
    const short = (value: number) => value.toFixed(3).replace(/^0|0+$/g, "");
    const [p, r, f] = [precision(counts), recall(counts), f1(counts)].map(short);
    expectWritten(`give ${p}, ${r} and ${f}`);
  });
  it("are the number of rows of evidence", () => {
    expectWritten(
      `a table (\`analysis/codebook/quotation-weights.csv\`) of ${ROW_IDS.length} yes-or-no`,
    );
  });
  it("are what the classifier gives for the worked example", () => {
    const body = /“(The ‘reform’ of the ferry.*?)” Fifteen rows/.exec(methods)?.[1] ?? "";
    const { quotations } = analyze({ headline: "", teaser: "", body }, shippedCodebook());
    const { probabilities, function: named } = quotations[0] ?? {};
    expect(named).toBe("scare");
    const three = (value: number | undefined) => (value ?? 0).toFixed(3).slice(1);
    expectWritten(
      `P(scare) is ${three(probabilities?.scare)}; partial has ${three(probabilities?.partial)} and term ${three(probabilities?.term)}`,
    );
  });
});

describe("the documents that pages show", () => {
  const pages = DOCUMENTS.filter((name) => name.endsWith(".md"));
  it.each(pages)("lead nowhere that isn't there (%s)", (name) => {
    const blocks = parseMarkdown(readDocument(name));
    const ids = blocks.flatMap((block) => (block.kind === "heading" ? [`#${block.id}`] : []));
    for (const href of linksOf(blocks)) {
      if (href.startsWith("#")) expect(ids).toContain(href);
      else expect(documentHref(href, "/sample/methods")).not.toBeNull();
    }
  });
  it("have no link that a page must not follow", () => {
    for (const href of ["javascript:alert(1)", "../LICENSE", "//example.org", "toString"])
      expect(documentHref(href, "/sample/methods")).toBeNull();
  });
});

describe("the accuracy that pages quote", () => {
  it("is what docs/accuracy.md says of each signal that was measured", () => {
    for (const id of ["scare_quote", "hedge", "loaded_term", "attribution"]) {
      const found = accuracyOf(id);
      expect(found).not.toBeNull();
      const [p, r, f, low, high] = [
        found?.precision,
        found?.recall,
        found?.f1,
        found?.interval?.low,
        found?.interval?.high,
      ].map((value) => value?.toFixed(3));
      const row = accuracy.split("\n").find((line) => line.includes(`${f} [${low}, ${high}]`));
      expect(row).toContain(`| ${p} [`);
      expect(row).toContain(`| ${r} [`);
    }
  });
  it("is on a development set for all but scare quotes, which were fitted, and were tried unseen", () => {
    const fitted = SIGNALS.filter(({ id }) => accuracyOf(id)?.fitted).map(({ id }) => id);
    expect(fitted).toEqual(["scare_quote"]);
    expect(accuracy).toContain("| unseen news, this table | 440 | .83 | .78 | .61 | .82 | .70 ");
    expect(accuracyOf("scare_quote")?.unseen).toEqual({
      size: 440,
      precision: 0.61,
      recall: 0.82,
      f1: 0.7,
      interval: { low: 0.58, high: 0.8 },
    });
  });
  it("is, for unseen quotations, of the very weights that the codebook has", () => {
    const weights = shippedFiles()["quotation-weights.csv"] ?? "";
    expect(UNSEEN_RESULTS[0]?.weights).toBe(hashWeights(weights));
  });
  it("is none for a signal that was not measured", () => {
    expect(accuracyOf("user_terms")).toBeNull();
  });
  it("names the codebook that docs/accuracy.md names", () => {
    expect(accuracy).toContain(`\`${readMeasured().codebook.slice(0, 8)}\``);
  });
});
