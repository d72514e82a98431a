import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/**
 * A page that is watched: a console error (a broken policy among them), an uncaught exception, a dialog or a request to
 * another host fails the test that caused it.
 */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    const own = new URL(baseURL ?? "").host;
    page.on("console", (message) => {
      if (message.type() === "error" && !isAnswered(message.text()))
        faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.host !== own) faults.push(`request to ${url.host}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Chromium logs each answer of 4xx that a test asks for on purpose. */
const isAnswered = (text: string) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);

export { expect };

/** No violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that is left has its title before the next one's is there.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
  expect(found).toEqual([]);
}

/** Rows of a CSV as objects; good enough for files without quoted line breaks. */
export function readCsv(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(
      (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? "",
    );
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

/** Opens the sample corpus's chart and waits until it is drawn. */
export async function openChart(page: Page, query = ""): Promise<void> {
  await page.goto(`/sample/explore${query}`);
  await expect(page.getByTestId("chart").locator(".recharts-wrapper")).toBeVisible();
}
