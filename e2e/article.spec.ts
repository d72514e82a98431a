import { expect, openChart, test } from "./watched.ts";

test("flags are walked by key, signals switched, and the address follows", async ({ page }) => {
  await openChart(page);
  await page.getByRole("link", { name: "Read an article" }).click();
  const card = page.getByTestId("card");
  await expect(card).toBeVisible();
  const before = page.url();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(before);
  await expect(page.locator("[data-flag]:focus")).toHaveCount(1);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(before);
  await page.keyboard.press("Enter");
  await expect(page.locator("#card-title")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(page).not.toHaveURL(/flag=/);

  const marks = page.getByTestId("article").locator("mark.mark-scare_quote");
  expect(await marks.count()).toBeGreaterThan(0);
  await page.keyboard.press("1");
  await expect(marks).toHaveCount(0);
  await page.getByRole("checkbox", { name: /Scare quotes/ }).check();
  expect(await marks.count()).toBeGreaterThan(0);
  await marks.first().click();
  await expect(card).toContainText("Scare quote");
});

test("the text is the stored text, and the original opens without a referrer", async ({ page }) => {
  await openChart(page);
  await page.getByRole("link", { name: "Read an article" }).click();
  const original = page.getByRole("link", { name: /^Original/ });
  await expect(original).toHaveAttribute("rel", "noopener noreferrer");
  await expect(original).toHaveAttribute("href", /^https?:\/\//);
  // Descriptions of flags stand outside the text: what is copied is clean.
  const text = await page.getByTestId("article").locator("p").allInnerTexts();
  expect(text.join(" ")).not.toContain("outlet’s own voice");
});
