import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, readCsv, test } from "./watched.ts";

/** Three good rows and two bad ones; one outlet is named like markup. Invented. */
const CSV = [
  "source_name,pub_date,head,text,desk",
  'Marsh Lane Courier,2025-03-03,Council hails "savings",The so-called "savings" may never come. Residents pay.,local',
  "<script>alert(1)</script>,2025-03-04,<img src=x onerror=alert(2)>,Perhaps <b>nobody</b> knows what the regime wants.,world",
  "Marsh Lane Courier,2025-02-31,A day that is none,This row has a date that cannot be.,local",
  "Marsh Lane Courier,,No date at all,This row has no date.,local",
  "Marsh Lane Courier,2025-03-06,Bridge opens,The bridge opened on Thursday. It could rain.,local",
].join("\n");

const SLOW = { timeout: 30_000 };

async function choose(page: Page, name: string, contents: string | Buffer): Promise<void> {
  await page.goto("/sample/import");
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(contents) };
  await page.getByLabel("File to import").setInputFiles(file);
}

const inTheme = (page: Page, theme: string) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

test("a file is matched, counted, imported, and undone", async ({ page, request }) => {
  test.setTimeout(150_000);
  await choose(page, "marsh <b>lane.csv", CSV);
  await expect(page).toHaveURL(/import\?id=\d+/);
  await expect(page.getByLabel("Column source_name becomes")).toHaveValue("outlet");
  await expect(page.getByLabel("Column pub_date becomes")).toHaveValue("date");
  await expect(page.getByLabel("Column desk becomes")).toHaveValue("attribute");
  const forecast = page.getByTestId("forecast");
  await expect(forecast).toContainText("Of 5 rows read. Nothing has been written yet.", SLOW);
  await expect(forecast).toContainText("2 rows left out as CSV");
  await forecast.getByText("date can’t be read, left out").click();
  await expect(forecast).toContainText("February 2025 has no day 31");
  await expect(forecast).toContainText("2 new");

  // Another mapping is counted again, and both are there after a reload.
  await page.getByLabel("Column head becomes").selectOption("ignore");
  await expect(page.getByTestId("stored-row")).not.toContainText("Council hails");
  await page.getByLabel("Column head becomes").selectOption("headline");
  await page.getByLabel("Column desk becomes").selectOption("ignore");
  const saved = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.getByRole("radio", { name: /^Numbers/ }).check();
  await saved;
  await page.reload();
  await expect(page.getByRole("radio", { name: /^Numbers/ })).toBeChecked();
  await expect(page.getByLabel("Column desk becomes")).toHaveValue("ignore");
  await page.getByRole("button", { name: "Next row" }).click();
  await expect(page.getByTestId("stored-row")).toContainText("<script>alert(1)</script>");
  const start = page.getByRole("button", { name: "Import 3 articles" });
  await expect(start).toBeEnabled(SLOW);
  for (const theme of ["light", "dark"]) {
    await inTheme(page, theme);
    await expectAccessible(page);
  }

  await start.click();
  const progress = page.getByTestId("import-progress");
  await expect(progress).toContainText("Imported 3 new articles", SLOW);
  await page.reload();
  await expect(progress).toContainText("marsh <b>lane.csv");
  const refused = page.getByTestId("refused");
  await expect(refused.getByRole("listitem")).toHaveCount(2);
  const href = await refused.getByRole("link").getAttribute("href");
  const rows = readCsv(await (await request.get(href ?? "")).text());
  expect(rows.map(({ line }) => line)).toEqual(["4", "5"]);
  await expect(progress).toContainText("3 of 3 analysed. The chart is up to date.", SLOW);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the chart" }).click();
  await expect(page.getByTestId("outlet-rail")).toContainText("<script>alert(1)</script>", SLOW);
  await expect(page.getByTestId("numbers")).toContainText("<script>alert(1)</script>");

  await choose(page, "again.csv", CSV);
  await expect(forecast).toContainText("Nothing in this file is new", SLOW);
  await expect(page.getByRole("button", { name: "No new article" })).toBeDisabled();
  await page.getByRole("button", { name: "Another file" }).click();
  await expect(page.getByTestId("dropzone")).toBeVisible();

  await page.goto("/sample/imports");
  const row = page.getByTestId("import-row").filter({ hasText: "marsh <b>lane.csv" }).first();
  await row.getByRole("button", { name: /^Undo/ }).click();
  await expectAccessible(page);
  await row.getByRole("button", { name: "Delete 3 articles" }).click();
  await expect(row).toContainText("Numbers");
  await expect(row).toContainText("Undone: 3 articles deleted", SLOW);
  await inTheme(page, "dark");
  await expectAccessible(page);
  await page.goto("/sample/explore");
  await expect(page.getByTestId("outlet-rail")).not.toContainText("Marsh Lane Courier");
});

test("what a file leaves open is asked, one question at a time", async ({ page }) => {
  const csv = [
    "source_name,link,pub_date,head",
    "Fen Post,https://fen.example/1,03/04/2025,The dam holds for now",
    "Fen Post Opinion,https://fen.example/2,05/06/2025,What the dam is for",
  ].join("\n");
  await choose(page, "fen.csv", csv);
  const question = page.getByTestId("question");
  await expect(question).toContainText("day.month or month.day");
  await question.getByRole("button", { name: "Day first" }).click();
  await expect(question).toContainText("fen.example has 2 outlets", SLOW);
  await question.getByRole("button", { name: "Make one outlet:" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Answers" })).toContainText(
    "fen.example: one outlet, Fen Post.",
  );
  await expect(page.getByTestId("forecast")).toContainText("1 new", SLOW);
  await page.getByLabel("Column source_name becomes").selectOption("ignore");
  await page.getByRole("button", { name: /Change: fen.example/ }).click();
  await expect(question).toContainText("What are these outlets called?", SLOW);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Another file" }).click();
});

test("what can't be read is refused with a sentence", async ({ page, request }) => {
  const alert = page.getByRole("alert").first();
  await choose(page, "empty.csv", "");
  await expect(alert).toContainText("empty");
  await choose(page, "photo.csv", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"));
  await expect(alert).toContainText("photo.csv is a picture");
  await choose(page, "no date.csv", "outlet,head\nFen Post,The dam holds for now\n");
  const forecast = page.getByTestId("forecast");
  await expect(forecast).toContainText("No column is the date");
  await expect(page.getByRole("button", { name: "Import", exact: true }).last()).toBeDisabled();
  const packed = gzipSync(CSV, { level: 0 });
  await choose(page, "cut.csv.gz", packed.subarray(0, packed.length - 60));
  await expect(forecast).toContainText("ends too early", SLOW);
  const latin = Buffer.from(
    "outlet,date,head\nFen Post,2025-01-02,Caf\xe9 society meets\n",
    "latin1",
  );
  await choose(page, "latin.csv", latin);
  await expect(page.getByTestId("stored-row")).toContainText("Café society");
  const unknown = await request.post("/api/sample/imports/999999/start", { data: {} });
  expect(unknown.status()).toBe(404);
  expect((await request.post("/api/sample/imports/1/undo/x")).status()).toBe(404);
  const nameless = await request.post("/api/sample/imports", { data: "x" });
  expect(nameless.status()).toBe(400);
  expect((await nameless.json()).error.field).toBe("name");
});
