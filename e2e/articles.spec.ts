import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, readCsv, test } from "./watched.ts";

interface SampleArticle {
  outlet: string;
  headline?: string;
  teaser?: string;
  body: string;
}

const SAMPLE: SampleArticle[] = readFileSync(
  path.join(import.meta.dirname, "../lib/sample/articles.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The hand count: articles whose text holds these words, by plain search. */
const holding = (words: RegExp, outlet?: string) =>
  SAMPLE.filter(
    ({ headline = "", teaser = "", body, ...article }) =>
      words.test(`${headline}\n${teaser}\n${body}`) && (!outlet || article.outlet === outlet),
  ).length;

const countOf = async (page: Page) =>
  Number(((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").replace(/\D/g, ""));

const rows = (page: Page) => page.getByTestId("articles").locator("tbody tr");

test("a search finds what a hand count finds, and facets narrow it", async ({ page, request }) => {
  await page.goto("/sample/articles");
  const search = page.getByRole("searchbox");
  await search.fill("memo");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=memo/);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(`${holding(/\bmemo\b/i)} articles`);
  await search.fill('"purchase orders"');
  await search.press("Enter");
  await expect(heading).toHaveText(`${holding(/\bpurchase orders\b/i)} articles`);

  await page.goto("/sample/articles?q=memo");
  const clarion = holding(/\bmemo\b/i, "Daily Clarion");
  const facet = page.getByTestId("facets").getByRole("link", { name: /^Daily Clarion/ });
  await expect(facet).toContainText(String(clarion));
  await facet.click();
  await expect(heading).toHaveText(`${clarion} articles`);
  await expect(page).toHaveURL(/outlets=daily-clarion/);
  await expect(rows(page)).toHaveCount(clarion);
  await page.reload();
  await expect(heading).toHaveText(`${clarion} articles`);
  await expect(facet).toHaveAttribute("aria-current", "true");

  const csv = page.getByRole("link", { name: "Articles with hits, CSV" });
  const file = await (await request.get((await csv.getAttribute("href")) ?? "")).text();
  const outlets = readCsv(file).map(({ outlet }) => outlet);
  expect(outlets.length).toBe(SAMPLE.filter(({ outlet }) => outlet === "Daily Clarion").length);

  await page.getByRole("link", { name: "Clear Text: memo" }).click();
  await expect(heading).toHaveText(`${outlets.length} articles`);
  await page.goBack();
  await expect(heading).toHaveText(`${clarion} articles`);
});

test("paging goes through every article once, and back", async ({ page }) => {
  await page.goto("/sample/articles?sort=headline");
  const total = await countOf(page);
  const seen: string[] = [];
  for (let number = 1; ; number++) {
    if (number > 1) await expect(page.getByText(`Page ${number}`, { exact: true })).toBeVisible();
    const links = await rows(page).getByRole("link").all();
    for (const link of links) seen.push((await link.getAttribute("href")) ?? "");
    const next = page.getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.length).toBe(total);
  expect(new Set(seen).size).toBe(total);
  for (let number = Math.ceil(total / 50); number > 1; number--) {
    await expect(page.getByText(`Page ${number}`, { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Previous" }).click();
  }
  await expect(page.getByText("Page 1", { exact: true })).toBeVisible();
  await expect(rows(page).getByRole("link").first()).toHaveAttribute("href", seen[0] ?? "");
  await expect(page).toHaveURL(/\/articles\?sort=headline$/);
});

test("a column sorts, a row leads to the article and back", async ({ page }) => {
  await page.goto("/sample/articles");
  await page.getByRole("columnheader", { name: "Hedges" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=hedge/);
  const head = page.getByRole("columnheader", { name: /^Hedges/ });
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const hits = await rows(page).locator("td:nth-of-type(5)").allTextContents();
  const numbers = hits.map((text) => Number.parseInt(text, 10));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(numbers[0]).toBeGreaterThan(0);

  const first = rows(page).getByRole("link").first();
  const headline = (await first.textContent()) ?? "";
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
  await page.getByRole("link", { name: "Back to the articles" }).click();
  await expect(page).toHaveURL(/\/articles\?sort=hedge$/);
});

test("keys lead to the list and its search", async ({ page }) => {
  await page.goto("/sample/explore");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/sample\/articles$/);
  await expect(page.getByRole("link", { name: "Articles", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ articles$/);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("memo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=memo/);
});

test("what can't be used is named, what matches nothing is explained", async ({ page }) => {
  await page.goto("/sample/articles?q=dam+(&outlets=nobody&cursor=zzz&from=2025-13-01");
  const notice = page.getByTestId("notice");
  await expect(notice).toContainText("from must be a date");
  await expect(notice).toContainText("page of another list");
  await expect(notice).toContainText("no longer here");
  const main = page.getByRole("main");
  await expect(main.getByRole("alert")).toContainText("a word must follow");
  await expect(page.getByRole("searchbox")).toHaveValue("dam (");
  expect(await countOf(page)).toBeGreaterThanOrEqual(SAMPLE.length);

  await page.goto("/sample/articles?q=memo&language=de");
  const empty = page.getByTestId("empty");
  await expect(empty).toContainText("The narrowest filter is Language, German: 0 of");
  await expectAccessible(page);
  await empty.getByRole("link", { name: "Clear it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${holding(/\bmemo\b/i)} articles`,
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, and 390 px are enough, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sample/articles?signal=hedge");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "Filters (1)" }).click();
    const drawer = page.getByRole("dialog", { name: "Filters" });
    await drawer.getByRole("link", { name: /^Daily Clarion/ }).click();
    await expect(page).toHaveURL(/outlets=daily-clarion/);
    await expectAccessible(page);
    await drawer.getByRole("button", { name: /^Show \d+ articles$/ }).click();
    await expect(drawer).toBeHidden();
  });
}
