import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, expectAccessible, readCsv, test } from "./watched.ts";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "framescope-lexicons-"));

/** Invented. */
const ARTICLES = [
  "outlet,date,title,text",
  'Fen Lane Courier,2031-03-03,River may rise,"The flood left the river bank. ""All is lost,"" said the mayor."',
  'Fen Lane Courier,2031-03-04,Sun at last,"A dog slept all day, and nothing was lost."',
  'Brack Herald,2031-03-05,Floods near,"Floods may come, perhaps."',
];
const DICTIONARY = "water: [flood*, river, river bank]\nloss: [lost]\n";

/** Runs the command line beside the server under test, on its database. */
function framescope(...args: string[]): string {
  const command = path.join(root, "bin", "framescope.mjs");
  return execFileSync(process.execPath, [command, ...args], { cwd: root, encoding: "utf8" });
}

test.beforeAll(() => {
  test.setTimeout(120_000);
  const articles = path.join(folder, "articles.csv");
  const dictionary = path.join(folder, "water.yml");
  writeFileSync(articles, ARTICLES.join("\n"));
  writeFileSync(dictionary, DICTIONARY);
  framescope("import", articles, "--corpus", "lexicons", "--create", "Lexicons", "--analyse");
  const own = ["--corpus", "lexicons", "--title", "Water words", "--source", "Roe 2031"];
  const said = framescope("codebook", "import", dictionary, ...own, "--analyse");
  expect(said).toContain("signal user_water_words (Water words): water, loss");
});

test.afterAll(async ({ request }) => {
  await request.delete("/api/corpora/lexicons");
  rmSync(folder, { recursive: true, force: true });
});

test("a dictionary of one's own is charted, listed, explained and exported", async ({ page }) => {
  await page.goto("/lexicons/explore?signal=user_water_words&granularity=month");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Water words");
  await expect(page.getByTestId("chart").locator(".recharts-wrapper")).toBeVisible();

  await page.goto("/lexicons/articles?signal=user_water_words");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 articles");
  await page.goto("/lexicons/compare");
  await expect(page.locator("[data-signal=user_water_words]")).toContainText("Water words");

  await page.goto("/lexicons/terms?signal=user_water_words&label=water");
  const lines = page.getByTestId("lines").locator("tbody tr");
  await expect(lines).toHaveCount(5);
  await lines.getByRole("link", { name: "river bank" }).click();
  const card = page.getByTestId("card");
  await expect(card).toContainText("Match of Water words");
  await expect(card).toContainText("water: matched by the entry “river bank”.");
  await expectAccessible(page);

  const answer = await page.request.get(
    "/api/lexicons/export/flags.csv?signal=user_water_words&voice=all",
  );
  const flags = readCsv(await answer.text()).map(({ text, label, term }) => [text, label, term]);
  expect(flags).toHaveLength(7);
  expect(flags).toContainEqual(["Floods", "water", "flood*"]);
});

test("Codebook and Methods say what it is and where it comes from", async ({ page }) => {
  await page.goto("/lexicons/codebook?lexicon=user_water_words");
  await expect(page.getByTestId("entries").getByRole("row", { name: /flood\*/ })).toContainText(
    "2 articles",
  );
  await expect(page.getByRole("complementary", { name: "Lexicons" })).toContainText("Roe 2031");
  await page.getByRole("link", { name: "Your own dictionary" }).first().click();
  await expect(page).toHaveURL("/lexicons/methods/lexicons");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your own dictionary");
  await expectAccessible(page);
  await page.goto("/lexicons/methods");
  await expect(page.getByRole("heading", { name: "Water words", exact: true })).toBeVisible();
});

test("a dictionary is added and taken out on the page", async ({ page }) => {
  await page.goto("/lexicons/codebook");
  const aside = page.getByRole("complementary", { name: "Lexicons" });
  await aside.getByText("Add a dictionary").click();
  const file = (name: string, text: string) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  });
  const chosen = aside.getByLabel("CSV, LIWC .dic or quanteda YAML");
  await chosen.setInputFiles(file("beasts.csv", "a;b\n1;2\n"));
  await aside.getByLabel("Title, in the plural").fill("Beasts");
  await aside.getByRole("button", { name: "Add", exact: true }).click();
  await expect(aside.getByRole("alert")).toContainText("beasts.csv:1: there is no column term");

  await chosen.setInputFiles(file("beasts.csv", "term,label\ndog,<b>tame</b>\n*,wild\n"));
  await aside.getByRole("button", { name: "Add", exact: true }).click();
  await expect(aside.getByRole("status")).toContainText("Added Beasts: 1 entry under 1 label.");
  await expect(aside.getByRole("status")).toContainText("Line 3, term:");
  await expect(page).toHaveURL("/lexicons/codebook?lexicon=user_beasts");
  await expect(page.getByTestId("entries")).toContainText("<b>tame</b>");
  await expectAccessible(page);
  // The worker analyses the articles anew.
  await expect(async () => {
    const answer = await page.request.get("/api/lexicons/export/flags.csv?signal=user_beasts");
    expect(readCsv(await answer.text()).map(({ text }) => text)).toEqual(["dog"]);
  }).toPass({ timeout: 30_000 });

  await aside.getByRole("button", { name: "Take out" }).click();
  await aside.getByRole("button", { name: "Take it out" }).click();
  await expect(page).toHaveURL("/lexicons/codebook");
  await expect(aside.getByRole("link", { name: /Beasts/ })).toHaveCount(0);
  await expect(aside.getByRole("link", { name: /Water words/ })).toBeVisible();
});

test("a link to a dictionary that is not live is shown without it, in words", async ({ page }) => {
  await page.goto("/lexicons/explore?signal=user_gone");
  await expect(page.getByTestId("notice")).toContainText("signal must be all, or a comma list of");
  await page.goto("/sample/terms?signal=user_water_words");
  await expect(page.getByTestId("notice")).toContainText("Shown without it.");
  const answer = await page.request.get("/api/sample/export/metrics.csv?signal=user_water_words");
  expect(answer.status()).toBe(400);
});
