import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, readCsv, test } from "./watched.ts";

const TWO = "outlets=the-lissenport-courier,daily-clarion";

async function openCompare(page: Page, query = ""): Promise<void> {
  await page.goto(`/sample/compare${query}`);
  await expect(page.getByTestId("chart").locator(".recharts-wrapper")).toBeVisible();
  await expect(page.getByTestId("headline-body")).toBeVisible();
}

/** A number as the page writes it: one decimal from 1 up, two below. */
const shown = (text = "") =>
  Number(text) === 0 ? "0" : Number(text).toFixed(Number(text) < 0.995 ? 2 : 1);

/** A ratio has two digits: a whole number from 10 up. */
const shownRatio = (text = "") =>
  Number(text) < 9.95 ? shown(text) : Math.round(Number(text)).toString();

test("the numbers on the page are those of comparison.csv", async ({ page, request }) => {
  for (const query of [TWO, `${TWO},ebrel-wire-service,quenby-lakeside-letter&voice=all`]) {
    await openCompare(page, `?${query}`);
    const file = await page.getByRole("link", { name: "Comparison CSV" }).getAttribute("href");
    const csv = readCsv(await (await request.get(file ?? "")).text());
    const table = page.getByTestId("comparison");
    let said = 0;
    for (const line of csv) {
      const rows = table.locator(`tbody[data-signal=${line.signal}]`).getByRole("row");
      const rowOf = (outlet = "") =>
        rows.filter({ has: page.locator(".compare-outlet", { hasText: outlet }) });
      for (const side of ["a", "b"]) {
        const row = rowOf(line[`${side}_outlet`]);
        const rate = row.locator("[data-cell=rate]");
        await expect(rate).toContainText(shown(line[`${side}_rate`]));
        await expect(rate).toContainText(
          `${shown(line[`${side}_ci_low`])} to ${shown(line[`${side}_ci_high`])}`,
        );
        await expect(row.locator("[data-cell=hits]")).toContainText(line[`${side}_hits`] ?? "");
        await expect(row.locator("[data-cell=articles]")).toContainText(
          line[`${side}_articles`] ?? "",
        );
      }
      const own = rowOf(line.a_outlet);
      const words = (await own.locator("[data-cell=words]").textContent()) ?? "";
      if (line.ratio === "") expect(words).toMatch(/no ratio|too few articles/i);
      else {
        said++;
        await expect(own.locator("[data-cell=ratio]")).toContainText(shownRatio(line.ratio));
        expect(words).toContain(
          `${shownRatio(line.ratio_ci_low)} to ${shownRatio(line.ratio_ci_high)}`,
        );
        expect(/no clear difference/i.test(words)).toBe(Number(line.p_adjusted) > 0.05);
      }
    }
    await expect(page.locator("figcaption").first()).toContainText(`the ${said} ratios`);
  }
});

test("terms that tell two outlets apart come when asked, as in terms.csv", async ({
  page,
  request,
}) => {
  const outlets = "outlets=daily-clarion,the-orlemar-examiner";
  await openCompare(page, `?${outlets}`);
  await page.getByRole("link", { name: "Compare their words" }).click();
  await expect(page).toHaveURL(/terms=1/);
  const file = page.getByRole("link", { name: "Terms CSV" });
  await expect(file).toBeVisible();
  const csv = readCsv(await (await request.get((await file.getAttribute("href")) ?? "")).text());
  const passed = csv.filter(({ p_adjusted }) => p_adjusted !== "" && Number(p_adjusted) <= 0.05);
  for (const [side, sign] of [
    ["a", 1],
    ["b", -1],
  ] as const) {
    const expected = passed
      .filter(({ log_ratio }) => sign * Number(log_ratio) > 0)
      .sort((one, two) => sign * (Number(two.log_ratio) - Number(one.log_ratio)))
      .slice(0, 12);
    const rows = page.getByTestId(`terms-${side}`).locator("tbody tr");
    await expect(rows).toHaveCount(expected.length);
    for (const [i, line] of expected.entries()) {
      const row = rows.nth(i);
      await expect(row.getByRole("link")).toHaveText(line.term ?? "");
      await expect(row).toContainText(shown(String(Math.abs(Number(line.log_ratio)))));
      await expect(row.getByRole("link")).toHaveAttribute("href", /\/sample\/terms\?find=/);
    }
  }
});

test("the address holds outlets, reference, filters and the chosen signal", async ({ page }) => {
  await openCompare(page);
  await expect(page.getByText("No outlets were chosen")).toBeVisible();
  const bar = page.getByTestId("compare-bar");
  await bar.getByRole("button", { name: /Add/ }).click();
  await bar.getByRole("link", { name: /Ebrel Wire Service/ }).click();
  await expect(page).toHaveURL(/outlets=[\w-]+,[\w-]+,ebrel-wire-service/);
  await bar.getByRole("button", { name: /^Ratios to/ }).click();
  await bar.getByRole("link", { name: /Ebrel Wire Service/ }).click();
  await expect(page).toHaveURL(/reference=ebrel-wire-service/);
  await bar.getByRole("button", { name: /^Voice/ }).click();
  await bar.getByRole("link", { name: /^Quoted/ }).click();
  await expect(page).toHaveURL(/voice=quoted/);
  await page.getByTestId("comparison").getByRole("link", { name: "Hedges", exact: true }).click();
  await expect(page).toHaveURL(/show=hedge/);
  const check = async () => {
    await expect(page.getByRole("heading", { name: /^Hedges inside quotations/ })).toBeVisible();
    await expect(page.getByText("Rates per 1,000 words inside quotations")).toBeVisible();
    await expect(page.getByTestId("comparison").getByText("the reference").first()).toBeVisible();
  };
  await check();
  await page.reload();
  await check();
  await page.goBack();
  await expect(page).not.toHaveURL(/show=hedge/);
});

test("numbers lead to the sentences they were counted from", async ({ page }) => {
  await openCompare(page, `?${TWO}`);
  const hits = page
    .getByTestId("comparison")
    .getByRole("link", { name: /read the lines/ })
    .first();
  await expect(hits).toHaveAttribute(
    "href",
    /\/sample\/terms\?signal=scare_quote&outlets=the-lissenport-courier&from=.*voice=outlet/,
  );
  const sentence = page.getByTestId("behind").locator("li").first();
  await expect(sentence.locator("mark").first()).toBeVisible();
  await sentence.getByRole("link").click();
  await expect(page).toHaveURL(/\/sample\/articles\/[0-9a-f]{32}\?flag=/);
});

test("keys alone compare other outlets", async ({ page }) => {
  await page.goto("/sample/explore");
  await expect(page.getByTestId("chart").locator(".recharts-wrapper")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/sample\/compare/);
  await expect(page.getByTestId("headline-body")).toBeVisible();
  const bar = page.getByTestId("compare-bar");
  await bar.getByRole("button", { name: /^B/ }).focus();
  await page.keyboard.press("Enter");
  const choice = bar.getByRole("link", { name: /Ebrel Wire Service/ });
  await choice.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/outlets=[\w-]+,ebrel-wire-service/);
  await expect(choice).toBeHidden();
  await page.getByRole("application").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sample\/explore\?.*at=/);
});

test("what can't be used is named, and what is empty has words", async ({ page, request }) => {
  await openCompare(page, "?outlets=nobody,daily-clarion&reference=x&show=y&voice=z&foo=1");
  const notice = page.getByTestId("notice");
  for (const name of ["no longer here", "two outlets", "reference", "show", "voice", "foo"])
    await expect(notice).toContainText(name);
  await page.goto(`/sample/compare?${TWO}&from=2031-01-01&to=2031-02-01`);
  await expect(page.getByTestId("nothing")).toContainText("No articles of 2031");
  await page.getByRole("link", { name: /^Clear dates/ }).click();
  await expect(page.getByTestId("comparison")).toBeVisible();
  const refused = await request.get("/api/sample/export/comparison.csv?outlets=daily-clarion");
  expect(refused.status()).toBe(400);
  expect((await refused.json()).error).toMatchObject({ field: "outlets" });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`Compare is accessible in ${colorScheme}, and fits a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const many = `?${TWO},ebrel-wire-service,quenby-lakeside-letter&show=hedge`;
    for (const query of [`?${TWO}&terms=1`, many]) {
      await openCompare(page, query);
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await openCompare(page, many);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "Change" }).click();
    await expect(page.getByRole("dialog", { name: "Change what is compared" })).toBeVisible();
    await expectAccessible(page);
  });
}

test("the table is saved as a picture that holds its numbers and words", async ({ page }) => {
  await openCompare(page, `?${TWO}`);
  const row = page.getByTestId("comparison").locator("tbody").first().getByRole("row").first();
  const words = await row.locator("[data-cell=words]").locator("span").first().textContent();
  const save = async (name: string) => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).first().click();
    return await waiting;
  };
  const svg = await save("SVG");
  expect(svg.suggestedFilename()).toMatch(
    /^framescope_comparison_the-lissenport-courier_daily-clarion_.*\.svg$/,
  );
  const text = await readFile(await svg.path(), "utf8");
  expect(text).toContain("The Lissenport Courier");
  expect(text).toContain(words?.slice(0, 12) ?? "?");
  expect(text).toContain("the reference");
  const png = await save("PNG");
  expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe("PNG");
});
