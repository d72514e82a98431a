import { expect, expectAccessible, openChart, test } from "./watched.ts";

test("a phone taps twice for the sentences, and changes the view in a sheet", async ({ page }) => {
  await openChart(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: /^Earlier/ }).tap();
  const readOut = page.getByRole("table").first();
  await readOut.getByRole("button").first().tap();
  const inspector = page.getByTestId("inspector");
  await expect(inspector).toBeVisible();
  await expectAccessible(page);
  await inspector.getByRole("link", { name: "Close" }).tap();
  await expect(inspector).toHaveCount(0);

  await page.getByRole("button", { name: "Change" }).tap();
  const sheet = page.getByRole("dialog", { name: "Change the view" });
  await sheet.getByText("Count as").tap();
  await sheet.getByRole("link", { name: /^Share of articles/ }).tap();
  await expect(page).toHaveURL(/unit=share/);
  await expect(sheet).toBeHidden();
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Outlets/ }).tap();
  await expect(page.getByRole("dialog", { name: "Outlets" })).toBeVisible();
});

test("the article fits, its evidence comes from below", async ({ page }) => {
  await openChart(page);
  await page.getByRole("link", { name: "Read an article" }).tap();
  await expect(page.getByTestId("card")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
