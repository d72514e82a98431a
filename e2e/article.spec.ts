import { expect, openChart, readCsv, test } from "./watched.ts";

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
  await card.getByRole("link", { name: "These words elsewhere" }).click();
  await expect(page).toHaveURL(/\/sample\/terms\?find=/);
  await expect(page.getByTestId("lines").getByRole("row").nth(1)).toBeVisible();
});

test("a link to a flag that isn't there says so where the evidence would stand", async ({
  page,
}) => {
  await openChart(page);
  await page.getByRole("link", { name: "Read an article" }).click();
  const card = page.getByTestId("card");
  await expect(card).toBeVisible();
  const lost = page.getByTestId("lost-flag");
  await expect(lost).toHaveCount(0);

  const link = page.url().replace(/flag=.*/, "flag=body:99999");
  await page.goto(link);
  await expect(lost).toContainText(
    "This link names a flag that is not, or no longer, in this article",
  );
  await expect(card).toHaveCount(0);
  await page.keyboard.press("j");
  await expect(card).toBeVisible();
  await expect(lost).toHaveCount(0);

  await page.goto(link);
  await lost.getByRole("button", { name: "Close" }).click();
  await expect(lost).toHaveCount(0);
  await expect(page).not.toHaveURL(/flag=/);
});

test("the rail counts scare quotes as the chart does: distanced ones stand apart", async ({
  page,
  request,
}) => {
  const answer = await request.get("/api/sample/export/flags.csv?signal=scare_quote&label=all");
  const flags = readCsv(await answer.text());
  const apart = flags.find(({ label, voice }) => label === "distanced" && voice === "outlet");
  const own = flags.filter(
    ({ article_id, voice }) => article_id === apart?.article_id && voice === "outlet",
  );
  const count = (label: string) => own.filter((flag) => flag.label === label).length;
  await page.goto(`/sample/articles/${apart?.article_id}`);
  const rail = page.getByRole("complementary", { name: "About this article" });
  const fact = (name: string) =>
    rail.locator("dl > div", { hasText: name }).filter({ visible: true });
  await expect(fact("Scare quotes")).toContainText(`${count("scare")} in`);
  await expect(fact("Distanced quotation")).toContainText(`${count("distanced")} in`);
  expect(count("distanced")).toBeGreaterThan(0);
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
