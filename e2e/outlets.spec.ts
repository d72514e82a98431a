import { expect, expectAccessible, test } from "./watched.ts";

const DAYS = ["2031-01-05", "2031-02-06", "2031-04-07"];
const TEXT = 'The so-called "savings" may never come. The mayor said that the bridge would hold.';

/** Two names of one outlet, and one that is called like markup. Invented. */
const CSV = [
  "outlet,url,date,title,text",
  ...["Reedham Post", "The Reedham Post", "<script>alert(1)</script>"].flatMap((outlet, i) =>
    DAYS.map(
      (day, n) => `${outlet},https://reed.example/${i}/${n},${day},Bridge ${i} ${n},${quoted(n)}`,
    ),
  ),
].join("\n");

function quoted(n: number): string {
  return `"${`${TEXT} Number ${n}.`.replaceAll('"', '""')}"`;
}

test.beforeAll(async ({ request }) => {
  await request.post("/api/corpora", { data: { title: "Reed", slug: "reed" } });
});

test.afterAll(async ({ request }) => {
  await request.delete("/api/corpora/reed");
});

test("outlets are listed, renamed and merged, and the chart draws one line for the two", async ({
  page,
}) => {
  await page.goto("/reed/import");
  const file = { name: "reed.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
  await page.getByLabel("File to import").setInputFiles(file);
  await page.getByRole("button", { name: /^Import( \d+ articles?)?$/ }).click();
  const progress = page.getByTestId("import-progress");
  await expect(progress).toContainText("Imported 9", { timeout: 30_000 });
  await expect(progress).not.toContainText("await analysis", { timeout: 30_000 });

  await page.getByRole("button", { name: /^Corpus: Reed/ }).click();
  await page.getByRole("link", { name: "Outlets" }).click();
  const row = (name: string) =>
    page
      .getByTestId("outlets")
      .getByRole("row")
      .filter({
        has: page.getByRole("link", { name, exact: true }),
      });
  await expect(row("<script>alert(1)</script>")).toBeVisible();
  await expect(row("Reedham Post")).toContainText("Mar 2031");
  await expect(page.getByTestId("shared")).toContainText("Reedham Post, The Reedham Post");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Edit Reedham Post", exact: true }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Country").fill("Velmora");
  await drawer.getByLabel("Name").fill("the reedham POST");
  await drawer.getByRole("button", { name: "Save" }).click();
  await expect(drawer.getByRole("alert")).toContainText('There is an outlet "The Reedham Post"');
  await drawer.getByRole("button", { name: "Merge into it instead" }).click();
  await expect(drawer.getByTestId("merge-words")).toContainText("3 articles of Reedham Post move");
  await expectAccessible(page);
  await drawer.getByLabel("Name").fill("Reedham Evening Post");
  await drawer.getByRole("button", { name: "Save" }).click();
  await expect(page.getByTestId("toast")).toContainText("Renamed Reedham Post");
  await expect(row("Reedham Evening Post")).toContainText("also imported as reedham post");
  await expect(row("Reedham Evening Post")).toContainText("Velmora");

  await page.getByRole("button", { name: "Edit Reedham Evening Post" }).click();
  await drawer.getByRole("combobox").selectOption({ label: "The Reedham Post (3 articles)" });
  await drawer.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByTestId("toast")).toContainText("into The Reedham Post: 3 articles moved");
  await expect(row("Reedham Evening Post")).toHaveCount(0);
  await expect(row("The Reedham Post").getByRole("link", { name: "6" })).toBeVisible();

  // The old link finds the merged outlet, once its numbers are counted again.
  await expect(async () => {
    await page.goto("/reed/explore?outlets=reedham-post");
    await expect(page.getByTestId("outlet-rail").getByRole("listitem")).toHaveCount(1);
    await expect(page.getByTestId("outlet-rail")).toContainText(/The Reedham Post\s*6/);
  }).toPass({ timeout: 30_000 });
  await expect(page.getByTestId("notice")).toHaveCount(0);

  const { outlets } = await (await page.request.get("/api/reed/outlets")).json();
  const other = outlets.find(({ name }: { name: string }) => !name.includes("Reedham")).slug;
  await page.goto(`/reed/compare?outlets=reedham-post,${other}&reference=reedham-post`);
  await expect(page.getByTestId("comparison")).toContainText("The Reedham Post");
  await expect(page.getByTestId("notice")).toHaveCount(0);
});

test("an unknown order is said, and nothing found has its words", async ({ page }) => {
  await page.goto("/sample/outlets?sort=colour&x=1");
  await expect(page.getByTestId("notice")).toContainText("sort must be one of name");
  await page.getByRole("link", { name: "Articles", exact: true }).last().click();
  await expect(page.getByRole("columnheader", { name: "Articles" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByLabel("Find by name or domain").fill("nobody-is-called-that");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByTestId("empty")).toContainText("No outlet is called that");
  await expectAccessible(page);
});
