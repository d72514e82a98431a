import { expect, expectAccessible, openChart, test } from "./watched.ts";

test("an entry is found in the codebook and leads to its lines", async ({ page }) => {
  await openChart(page);
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/sample\/codebook$/);
  await page.getByRole("link", { name: /^Hedges/ }).click();
  await page.getByPlaceholder("A term or one of its forms").fill("perhaps");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page).toHaveURL(/lexicon=hedges&find=perhaps/);
  const row = page.getByTestId("entries").getByRole("row", { name: /perhaps/ });
  const articles = Number((await row.getByRole("link").textContent())?.replace(/\D/g, ""));
  expect(articles).toBeGreaterThan(0);
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/sample\/terms\?signal=hedge&term=perhaps/);
});

test("a text is tried, with the reasons for each flag, and the link shows it again", async ({
  page,
}) => {
  await page.goto("/sample/codebook");
  const sentence = "Perhaps the alleged “monster” was <b>a log</b>.";
  await page.getByLabel("Text to try").fill(sentence);
  await page.getByRole("button", { name: "Show what is found" }).click();
  const tried = page.getByTestId("tried");
  await expect(tried).toContainText(sentence);
  await expect(
    tried.getByRole("listitem").filter({ hasText: /^monster: scare quote/ }),
  ).toContainText("+");
  await page.goto(page.url());
  await expect(page.getByTestId("tried")).toContainText("hedge");
});

test("what an address asks for in vain is named", async ({ page }) => {
  await page.goto("/sample/codebook?lexicon=nonesuch&sort=loudest&colour=red");
  const notice = page.getByTestId("notice");
  await expect(notice).toContainText("The codebook has no lexicon nonesuch.");
  await expect(notice).toContainText("sort must be one of term, articles.");
  await expect(notice).toContainText("colour is not a parameter here");
  await expect(page.getByTestId("entries")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`Codebook is accessible in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("/sample/codebook?text=Perhaps+it+will+rain.");
    await expect(page.getByTestId("tried")).toBeVisible();
    await expectAccessible(page);
  });
}
