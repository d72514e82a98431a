import type { Page } from "@playwright/test";
import { expect, expectAccessible, openChart, readCsv, test } from "./watched.ts";

async function openMethods(page: Page) {
  await page.goto("/sample/methods");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Methods");
}

/** Sideways, the page itself never scrolls. */
const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test("the page leads from its contents to a section, a formula and the accuracy tables", async ({
  page,
}) => {
  await openChart(page);
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/sample\/methods$/);
  const contents = page.getByTestId("contents");
  await contents.getByRole("link", { name: "Two outlets", exact: true }).click();
  await expect(page).toHaveURL(/#two-outlets$/);
  await expect(page.getByRole("heading", { name: "Two outlets", exact: true })).toBeInViewport();
  await expect(page.locator("math")).not.toHaveCount(0);
  await expect(page.locator(".margin-note").filter({ hasText: "2.552" })).toBeVisible();

  await contents.getByRole("link", { name: "C Accuracy, as measured" }).click();
  await expect(page.getByRole("heading", { name: "C Accuracy, as measured" })).toBeInViewport();
  await expect(page.getByRole("row", { name: /hedging-news/ }).first()).toContainText("319");
  const answer = await page.request.get("/sample/methods/accuracy.json");
  expect((await answer.json()).header).toHaveProperty("codebook");
});

test("every link inside the page has its target", async ({ page }) => {
  await openMethods(page);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')]
      .map((link) => link.hash.slice(1))
      .filter((id) => document.getElementById(id) === null),
  );
  expect(lost).toEqual([]);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
  await page.getByRole("link", { name: "data-dictionary.md" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data dictionary");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Methods");
});

test("it says what the corpus holds, as the exports count it", async ({ page, request }) => {
  await openMethods(page);
  const corpus = page.getByTestId("this-corpus");
  const articles = readCsv(await (await request.get("/api/sample/export/articles.csv")).text());
  const counted = articles.filter((row) => row.counted === "true");
  await expect(corpus.locator("dl")).toContainText(`Articles counted${counted.length}`);
  const metrics = readCsv(
    await (
      await request.get("/api/sample/export/metrics.csv?signal=hedge&granularity=year")
    ).text(),
  );
  const hits = metrics.reduce((sum, row) => sum + Number(row.hits), 0);
  await expect(corpus.getByRole("row", { name: /^Hedges/ })).toContainText(` ${hits} `);
  await expect(corpus.locator("dl")).toContainText(metrics[0]?.codebook ?? "no codebook");
});

test("the rules of the codebook unfold", async ({ page }) => {
  await openMethods(page);
  await page.getByText(/^\d+ observations about a quotation/).click();
  await expect(page.getByRole("row", { name: /^L1 One word/ })).toBeVisible();
  await page.getByText(/^\d+ rules for hedges/).click();
  await expect(page.getByRole("row", { name: /^before_number/ })).toBeVisible();
});

test("the chart and the evidence say how often the detector is right", async ({ page }) => {
  await openChart(page);
  await expect(page.getByRole("main")).toContainText(
    /How often the detector is right: .*precision 0\.\d\d, recall 0\.\d\d, F1 0\.\d\d/,
  );
  await page.goto("/sample/terms?signal=hedge");
  await page.locator("main table a").first().click();
  const card = page.getByTestId("card");
  await card.getByText("How often the detector is right").click();
  await expect(card).toContainText("On a development set of");
  await card.getByRole("link", { name: "Methods" }).click();
  await expect(page.getByRole("heading", { name: "Hedges", exact: true })).toBeInViewport();
});

for (const theme of ["light", "dark"] as const) {
  test(`Methods is accessible in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openMethods(page);
    await expectAccessible(page);
    await page.goto("/sample/methods/data-dictionary");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data dictionary");
    await expectAccessible(page);
  });
}

test("on a phone tables scroll inside themselves, by keys too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openMethods(page);
  await page.locator("main details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  expect(await isTooWide(page)).toBe(false);
  const weights = page.getByRole("region", { name: "Weights of the quotation rules" });
  await weights.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => weights.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.goto("/sample/methods/data-dictionary");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Data dictionary");
  expect(await isTooWide(page)).toBe(false);
});
