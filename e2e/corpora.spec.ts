import { expect, expectAccessible, test } from "./watched.ts";

/** Invented. */
const CSV = [
  "outlet,date,title,text",
  'Fen Lane Courier,2031-03-03,Council hails "savings",The so-called "savings" may never come.',
  "Fen Lane Courier,2031-03-04,Bridge opens,The bridge opened on Thursday. It could rain.",
].join("\n");

test.afterAll(async ({ request }) => {
  await request.delete("/api/corpora/fen");
});

test("a corpus is made, filled, titled, deleted and brought back", async ({ page }) => {
  await page.goto("/sample/explore");
  await page.getByRole("button", { name: /^Corpus: Sample corpus/ }).click();
  await page.getByRole("link", { name: "New corpus..." }).click();
  const title = page.getByLabel("Title", { exact: true });
  await expect(title).toBeFocused();
  await title.fill("Fen papers: Côte 2031");
  const address = page.getByLabel("Address");
  await expect(address).toHaveValue("fen-papers-cote-2031");
  await address.fill("api");
  await expect(page.getByTestId("new-corpus")).toContainText("reserved word");
  await address.fill("fen");
  await page.getByRole("button", { name: "Make the corpus" }).click();
  await expect(page).toHaveURL("/fen/import");

  const file = { name: "fen.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
  await page.getByLabel("File to import").setInputFiles(file);
  await page.getByRole("button", { name: /^Import( \d+ articles?)?$/ }).click();
  await expect(page.getByTestId("import-progress")).toContainText("Imported 2", {
    timeout: 30_000,
  });

  await page.goto("/corpora");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rename Fen papers" }).click();
  await page.getByLabel("Title of Fen papers").fill("Fen <b>papers</b>");
  await page.keyboard.press("Enter");
  const row = page.getByTestId("corpora").getByRole("row", { name: /Fen <b>papers<\/b>/ });
  await expect(row).toContainText("/fen");
  await expect(row).toContainText("3 Mar 2031");

  await page.getByRole("button", { name: "Delete Fen <b>papers</b>" }).click();
  await expect(page.getByRole("dialog")).toContainText("2 articles of 1 outlet go, with 1 import");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const toast = page.getByTestId("toast");
  await expect(toast).toContainText("Deleted the corpus Fen <b>papers</b>.");
  // Under the pointer it stays, however slow the machine.
  await toast.hover();
  await expect(row).toHaveCount(0);
  await expect(page.getByTestId("deleted")).toContainText("Fen <b>papers</b> /fen 2 articles");
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(toast).toContainText("Restored the corpus Fen <b>papers</b>.");
  await expect(row).toContainText("3 Mar 2031");

  await page.getByRole("button", { name: "Delete Fen <b>papers</b>" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(toast).toContainText("Deleted the corpus");
  await page.keyboard.press("z");
  await expect(toast).toContainText("Restored the corpus");
  await expect(row).toContainText("3 Mar 2031");
  await page.goto("/fen/explore");
  await expect(page).toHaveTitle(/Explore/);
});

test("the corpus opened last is where / leads, and another one once that is gone", async ({
  page,
  request,
}) => {
  const made = await request.post("/api/corpora", { data: { title: "Short-lived" } });
  expect(made.status()).toBe(201);
  await page.goto("/short-lived/outlets");
  await expect(page.getByTestId("empty")).toContainText("Nothing imported yet.");
  await expectAccessible(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/short-lived\/explore/);
  const deleted = await request.delete("/api/corpora/short-lived");
  const { restore } = await deleted.json();
  await page.goto("/");
  await expect(page).toHaveURL(/\/sample\/explore/);
  expect((await page.goto("/short-lived/explore"))?.status()).toBe(404);

  expect((await request.post("/api/corpora", { data: { restore } })).status()).toBe(201);
  const twice = await request.post("/api/corpora", { data: { restore } });
  expect(twice.status()).toBe(404);
  expect((await twice.json()).error.message).toContain("restored already");
  await request.delete("/api/corpora/short-lived");
});

test("what can't be made or changed is refused with a sentence, and another site changes nothing", async ({
  request,
}) => {
  const refused = async (data: unknown) => {
    const answer = await request.post("/api/corpora", { data });
    return [answer.status(), (await answer.json()).error.field];
  };
  expect(await refused({ title: "x", slug: "_next" })).toEqual([400, "slug"]);
  expect(await refused({ title: " " })).toEqual([400, "title"]);
  expect(await refused({ title: "x", slug: "sample" })).toEqual([409, "slug"]);
  expect(await refused({ name: "x" })).toEqual([400, "body"]);
  const unknown = await request.patch("/api/corpora/nowhere", { data: { title: "x" } });
  expect(unknown.status()).toBe(404);
  const foreign = await request.delete("/api/corpora/sample", {
    headers: { origin: "http://evil.example" },
  });
  expect(foreign.status()).toBe(403);
});
