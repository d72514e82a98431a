import { expect, expectAccessible, openChart, readCsv, test } from "./watched.ts";

test("from the chart to the sentence, the article and the evidence", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sample\/explore/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Scare quotes in the outlet’s own voice",
  );
  await page.getByRole("link", { name: "Click a point" }).click();

  const inspector = page.getByTestId("inspector");
  await expect(inspector).toContainText("95% CI");
  await expect(inspector).toContainText(/scare quotes? in \d+ articles?/);
  await expect(page).toHaveURL(/[?&]at=[\w-]+:\d{4}-\d{2}-\d{2}/);
  const marked = inspector.getByTestId("sentences").locator("mark").first();
  const words = ((await marked.textContent()) ?? "").replace(/["“”‘’']/g, "");

  await inspector.getByTestId("sentences").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/sample\/articles\/[0-9a-f]{32}\?flag=(headline|teaser|body):\d+/);
  const card = page.getByTestId("card");
  await expect(card).toContainText("Scare quote");
  await expect(card).toContainText(words);
  await expect(card.getByRole("table")).toContainText("Evidence");
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await expect(page).toHaveURL(/at=/);
});

test("the address restores the view", async ({ page }) => {
  await openChart(page, "?signal=hedge&granularity=quarter&unit=share&voice=all&sort=date");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Hedges in all voices, by quarter",
  );
  const rail = page.getByTestId("outlet-rail");
  await rail.getByRole("button", { pressed: false }).first().click();
  await expect(rail.getByRole("button", { pressed: true })).toHaveCount(4);
  await expect(page).toHaveURL(/colour=/);
  await page.reload();
  await expect(rail.getByRole("button", { pressed: true })).toHaveCount(4);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Hedges in all voices, by quarter",
  );

  await page.getByRole("button", { name: /^Voice/ }).click();
  await page.getByRole("link", { name: /^Quoted/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Hedges inside quotations, by quarter",
  );
  await expect(page).toHaveURL(/voice=quoted/);
  await expect(rail.getByRole("button", { pressed: true })).toHaveCount(4);
  await page.goBack();
  await expect(page).not.toHaveURL(/voice=quoted/);
  await expect(rail.getByRole("button", { pressed: true })).toHaveCount(4);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Hedges in all voices, by quarter",
  );
});

test("keys alone lead to the sentences and back", async ({ page }) => {
  await openChart(page);
  const chart = page.getByRole("application");
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(page.getByTestId("chart-live")).toContainText(/n = \d+ articles?|no articles/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const said = await page.getByTestId("chart-live").textContent();
  await page.keyboard.press("Enter");
  const title = page.locator("#inspector-title");
  await expect(title).toBeFocused();
  expect(said).toContain((await title.textContent()) ?? "");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("inspector")).toHaveCount(0);
  await expect(page).not.toHaveURL(/at=/);
  await chart.focus();
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: "The same numbers as a table" })).toBeFocused();
});

test("a range is chosen by Shift and arrows, and undone by z", async ({ page }) => {
  await openChart(page, "?granularity=month");
  await page.getByRole("application").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-01&to=\d{4}-\d{2}-\d{2}/);
  const rows = page.getByTestId("numbers").locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await page.getByRole("searchbox", { name: "Find an outlet" }).pressSequentially("z");
  await expect(page).toHaveURL(/from=/);
  await page.getByRole("application").focus();
  await page.keyboard.press("z");
  await expect(page).not.toHaveURL(/from=|to=/);
  expect(await rows.count()).toBeGreaterThan(2);
});

test("the table holds the numbers of metrics.csv, and stands in the server's HTML", async ({
  page,
  request,
  browser,
}) => {
  const query = "?signal=loaded_term&granularity=month";
  await openChart(page, query);
  const csv = readCsv(await (await request.get(`/api/sample/export/metrics.csv${query}`)).text());
  const table = page.getByTestId("numbers");
  const names = (await table.locator("thead th[scope=col]").allTextContents()).map((text) =>
    text.replace(/, 95% CI$/, ""),
  );
  const rows = table.locator("tbody tr");
  expect(csv.length).toBe((await rows.count()) * ((names.length - 1) / 2));
  for (const [i, row] of (await rows.all()).entries()) {
    const cells = await row.locator("td").allTextContents();
    for (let column = 1; column < names.length; column += 2) {
      const outlet = csv.filter((line) => line.outlet === names[column])[i];
      const value = cells[column - 1] ?? "";
      expect(cells[column]).toBe(outlet?.articles);
      if (outlet?.status === "no_articles") expect(value).toBe("no articles");
      else {
        const rate = Number(outlet?.rate_per_1000_words);
        const shown = rate === 0 ? "0" : rate < 0.995 ? rate.toFixed(2) : rate.toFixed(1);
        expect(value.startsWith(shown)).toBe(true);
        expect(value.includes("thin")).toBe(outlet?.status === "thin");
      }
    }
  }
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const silent = await plain.newPage();
  await silent.goto(page.url());
  await expect(silent.getByTestId("numbers").locator("tbody tr")).toHaveCount(await rows.count());
  await plain.close();
});

test("a bad parameter opens the nearest view and is named", async ({ page, request }) => {
  await openChart(page, "?granularity=fortnight&outlets=nobody&from=2025-13-01&at=x:y&unit=rate");
  const notice = page.getByTestId("notice");
  for (const name of ["granularity", "from", "outlet", "at"])
    await expect(notice).toContainText(name);
  const refused = await request.get("/api/sample/export/metrics.csv?granularity=fortnight");
  expect(refused.status()).toBe(400);
  expect((await refused.json()).error).toMatchObject({
    code: "bad_parameter",
    field: "granularity",
  });
});

test("addresses without a page answer 404 with words", async ({ page, request }) => {
  for (const path of [
    "/nowhere/explore",
    "/sample/articles/0123456789abcdef0123456789abcdef",
    "/sample/articles/x",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "There is nothing at this address",
    );
  }
  const api = await request.get("/api/nowhere/export/metrics.csv");
  expect(api.status()).toBe(404);
  const health = await request.get("/api/health");
  expect(await health.json()).toMatchObject({ status: "ok", database: "ok" });
});

test("figure and numbers leave as files", async ({ page }) => {
  await openChart(page);
  for (const [button, ending] of [
    ["PNG", ".png"],
    ["SVG", ".svg"],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button, exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^framescope_figure_scare_quote_.*\\${ending}$`),
    );
  }
  const metrics = page.waitForEvent("download");
  await page.getByRole("link", { name: "Metrics CSV" }).click();
  expect((await metrics).suggestedFilename()).toMatch(/^framescope_metrics_.*\.csv$/);
  await page.getByText("Cite this figure").click();
  await expect(page.getByTestId("citation")).toContainText(
    /Framescope\. “Scare quotes.*Codebook [0-9a-f]{4}·[0-9a-f]{4}/,
  );
});

for (const theme of ["light", "dark"] as const) {
  test(`Explore and the article are accessible in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openChart(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Click a point" }).click();
    await expect(page.getByTestId("sentences")).toBeVisible();
    await expectAccessible(page);
    await page.getByTestId("sentences").getByRole("link").first().click();
    await expect(page.getByTestId("card")).toBeVisible();
    await expectAccessible(page);
    await page.goto("/sample/import");
    await expectAccessible(page);
  });
}
