import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, readCsv, test } from "./watched.ts";

const SAMPLE = readFileSync(path.join(import.meta.dirname, "../lib/sample/articles.jsonl"), "utf8");

/** The hand count: how often these words stand in the sample's texts, by plain search. */
function occurrences(words: RegExp): number {
  const texts = SAMPLE.trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { headline?: string; teaser?: string; body: string })
    .map(({ headline = "", teaser = "", body }) => `${headline}\n${teaser}\n${body}`);
  return texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
}

const lines = (page: Page) => page.getByTestId("lines").locator("tbody tr");
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const hrefs = async (page: Page) =>
  Promise.all((await lines(page).getByRole("link").all()).map((one) => one.getAttribute("href")));

test("typed words are found as often as a hand count finds them", async ({ page }) => {
  await page.goto("/sample/terms");
  await page.getByRole("searchbox").fill("memo");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(title(page)).toHaveText(`“memo” in ${occurrences(/\bmemo\b/gi)} lines`);
  await page.getByRole("searchbox").fill("purchase orders");
  await page.keyboard.press("Enter");
  const phrase = occurrences(/\bpurchase orders\b/gi);
  await expect(title(page)).toHaveText(`“purchase orders” in ${phrase} lines`);
  await expect(lines(page)).toHaveCount(phrase);
  for (const match of await lines(page).getByRole("link").allTextContents())
    expect(match.toLowerCase()).toBe("purchase orders");
});

test("a line opens its article at the flag, and leads back", async ({ page }) => {
  await page.goto("/sample/terms?signal=scare_quote&voice=outlet");
  const first = lines(page).getByRole("link").first();
  const words = ((await first.textContent()) ?? "").replace(/["“”„‘’']/g, "");
  await first.click();
  await expect(page).toHaveURL(/\/articles\/[0-9a-f]{32}\?flag=(headline|teaser|body):\d+/);
  const card = page.getByTestId("card");
  await expect(card).toContainText("Scare quote");
  await expect(card).toContainText(words);
  await page.getByRole("link", { name: "Back to the lines" }).click();
  await expect(page).toHaveURL(/\/terms\?signal=scare_quote&voice=outlet$/);

  // Anywhere else on a line opens it too.
  await lines(page).nth(1).locator(".line-date").click();
  await expect(card).toBeVisible();
});

test("a line of typed words opens its article at the words", async ({ page }) => {
  await page.goto("/sample/terms?find=consultation&part=body&sort=1R");
  const link = lines(page).getByRole("link").first();
  expect(await link.getAttribute("href")).toMatch(/#:~:text=.*consultation/i);
  await link.click();
  await expect(page.getByTestId("article")).toContainText("consultation");
});

test("the flags of a view are as many as flags.csv holds", async ({ page, request }) => {
  await page.goto("/sample/terms?signal=loaded_term&voice=quoted&from=2025-02-10&to=2025-04-20");
  const file = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const rows = readCsv(await (await request.get(file ?? "")).text());
  expect(rows.length).toBeGreaterThan(0);
  await expect(title(page)).toHaveText(`Loaded terms in ${rows.length} lines`);
});

test("lines stand aligned on the match, and sort by the words beside it", async ({ page }) => {
  await page.goto("/sample/terms?find=dam&part=body");
  await page.getByRole("link", { name: "1 right" }).click();
  await expect(page).toHaveURL(/sort=1R/);
  await expect(page.getByRole("link", { name: "1 right" })).toHaveAttribute("aria-current", "true");
  const words = (await lines(page).locator(".line-right .border-ink").allTextContents()).map(
    (word) => word.toLowerCase(),
  );
  expect(words.length).toBeGreaterThan(20);
  expect(words).toEqual([...words].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const boxes = await Promise.all(
    (await lines(page).getByRole("link").all()).map((link) => link.boundingBox()),
  );
  expect(new Set(boxes.map((box) => Math.round(box?.x ?? 0))).size).toBe(1);
});

test("paging goes through every line once, and back", async ({ page }) => {
  await page.goto("/sample/terms?find=dam");
  const total = Number(((await title(page).textContent()) ?? "").replace(/\D/g, ""));
  const seen: string[] = [];
  let number = 1;
  for (; ; number++) {
    await expect(page.getByText(`Page ${number}`, { exact: true })).toBeVisible();
    const links = await hrefs(page);
    const texts = await lines(page).allTextContents();
    seen.push(...texts.map((text, i) => `${links[i]} ${text}`));
    const next = page.getByRole("link", { name: "Next" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.length).toBe(total);
  expect(new Set(seen).size).toBe(total);
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(page.getByText(`Page ${number - 1}`, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`Page ${number - 1}`, { exact: true })).toBeVisible();
});

test("a draw can be had again by its address", async ({ page }) => {
  await page.goto("/sample/terms?signal=hedge");
  await page.getByRole("spinbutton", { name: "Random" }).fill("7");
  await page.getByRole("button", { name: "Draw" }).click();
  await expect(lines(page)).toHaveCount(7);
  const drawn = await hrefs(page);
  await page.reload();
  expect(await hrefs(page)).toEqual(drawn);
  await page.getByRole("button", { name: "Draw again" }).click();
  await expect(page).toHaveURL(/seed=2/);
  await expect(lines(page)).toHaveCount(7);
  expect(await hrefs(page)).not.toEqual(drawn);
});

test("keys alone go through the lines and open one", async ({ page }) => {
  await page.goto("/sample/explore");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/\/sample\/terms$/);
  await expect(lines(page)).toHaveCount(50);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(lines(page).nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  const link = lines(page).first().getByRole("link");
  await expect(link).toBeFocused();
  await page.keyboard.press("s");
  await expect(page.getByRole("link", { name: "Newest" })).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?flag=/);
  await expect(page.getByTestId("card")).toBeVisible();
});

test("filters narrow, an entry is chosen, the address restores both", async ({ page }) => {
  await page.goto("/sample/terms?signal=hedge");
  await page.getByRole("button", { name: /^Flags/ }).click();
  await page.getByRole("textbox", { name: "Entry of the codebook" }).fill("may");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(title(page)).toHaveText(/^“may” in \d+ lines$/);
  const all = await title(page).textContent();
  await page.getByRole("button", { name: /^Voice/ }).click();
  await page.getByRole("link", { name: /^Quoted/ }).click();
  await expect(page).toHaveURL(/signal=hedge&term=may&voice=quoted/);
  await expect(title(page)).not.toHaveText(all ?? "");
  await expect(lines(page).locator(".line-voice").first()).toHaveText("Quoted");
  const quoted = (await title(page).textContent()) ?? "";
  await page.reload();
  await expect(title(page)).toHaveText(quoted);
  await page.goBack();
  await expect(title(page)).toHaveText(all ?? "");
});

test("no line, and what can't be used, have their words", async ({ page }) => {
  await page.goto("/sample/terms?find=zebra");
  await expect(page.getByTestId("empty")).toContainText("“zebra” stands in no article");
  await expectAccessible(page);
  await page.goto(
    "/sample/terms?find=dam&outlets=quenby-lakeside-letter&part=headline&voice=quoted",
  );
  await expect(page.getByTestId("empty")).toContainText("The narrowest filter is Outlets");
  await page.getByRole("link", { name: "Clear it" }).click();
  await expect(page).not.toHaveURL(/outlets/);
  await page.goto("/sample/terms?find=*&cursor=abc&sort=4L&outlets=nobody");
  const notice = page.getByTestId("notice");
  await expect(notice).toContainText("sort must be one of");
  await expect(notice).toContainText("page of another list");
  await expect(notice).toContainText("no longer here");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("2 letters or more");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, and 390 px are enough, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sample/terms?signal=all&sort=1L");
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Flags/ }).click();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/sample/terms?find=dam");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await expectAccessible(page);
    // The match stands a third in.
    const box = await lines(page).getByRole("link").first().boundingBox();
    expect(box?.x).toBeGreaterThan(110);
    expect(box?.x).toBeLessThan(150);
    await page.getByRole("button", { name: "Change" }).click();
    const sheet = page.getByRole("dialog", { name: "Change the lines" });
    await sheet.getByText("Voice", { exact: true }).click();
    await expectAccessible(page);
    await sheet.getByRole("link", { name: /^Quoted/ }).click();
    await expect(page).toHaveURL(/voice=quoted/);
    await expect(sheet).toBeHidden();
  });
}
