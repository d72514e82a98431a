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

test("a file is matched, imported, and its bad rows are named", async ({ page, request }) => {
  await page.goto("/sample/import");
  const file = { name: "marsh <b>lane.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
  await page.getByLabel("File to import").setInputFiles(file);
  await expect(page).toHaveURL(/import\?id=\d+/);

  await expect(page.getByLabel("Column source_name becomes")).toHaveValue("outlet");
  await expect(page.getByLabel("Column pub_date becomes")).toHaveValue("date");
  await expect(page.getByLabel("Column text becomes")).toHaveValue("body");
  await expect(page.getByLabel("Column desk becomes")).toHaveValue("attribute");
  await page.getByLabel("Column desk becomes").selectOption("ignore");
  await expect(page.getByTestId("stored-row")).toContainText("Marsh Lane Courier");
  await page.getByRole("button", { name: "Next row" }).click();
  await expect(page.getByTestId("stored-row")).toContainText("<script>alert(1)</script>");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Import", exact: true }).click();
  const progress = page.getByTestId("import-progress");
  await expect(progress).toContainText("Imported", { timeout: 30_000 });
  await page.reload();
  await expect(progress).toContainText("marsh <b>lane.csv");
  const refused = page.getByTestId("refused");
  await expect(refused.getByRole("listitem")).toHaveCount(2);
  await expect(refused).toContainText("line 4");
  await expect(refused).toContainText("line 5");
  const href = await refused.getByRole("link").getAttribute("href");
  const rows = readCsv(await (await request.get(href ?? "")).text());
  expect(rows.map(({ line }) => line)).toEqual(["4", "5"]);
  await expectAccessible(page);

  await expect(progress).not.toContainText("await analysis", { timeout: 30_000 });
  await page.getByRole("link", { name: "Open the chart" }).click();
  await expect(page.getByTestId("outlet-rail")).toContainText("<script>alert(1)</script>");
  await expect(page.getByTestId("numbers")).toContainText("<script>alert(1)</script>");
});

test("the same file again changes nothing and says so", async ({ page }) => {
  await page.goto("/sample/import");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const progress = page.getByTestId("import-progress");
  await expect(progress).toContainText("Imported 0 new articles", { timeout: 30_000 });
  await expect(progress).toContainText("nothing changed");
});

test("what can't be read is refused with a sentence", async ({ page, request }) => {
  await page.goto("/sample/import");
  await page
    .getByLabel("File to import")
    .setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
  await expect(page.getByRole("alert").first()).toContainText("empty");
  const unknown = await request.post("/api/sample/imports/999999/start", { data: {} });
  expect(unknown.status()).toBe(404);
  const nameless = await request.post("/api/sample/imports", { data: "x" });
  expect(nameless.status()).toBe(400);
  expect((await nameless.json()).error.field).toBe("name");
});
