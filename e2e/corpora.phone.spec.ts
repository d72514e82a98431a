import { expect, expectAccessible, test } from "./watched.ts";

for (const colours of ["light", "dark"] as const) {
  test(`corpora and outlets fit a phone, ${colours}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: colours });
    for (const path of ["/corpora", "/sample/outlets"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await expectAccessible(page);
    }
    await page.getByRole("button", { name: /^Edit/ }).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
  });
}
