import type { CorpusDatabase } from "../database/corpus-database.ts";
import { csvLine } from "../export/csv.ts";
import { importFile } from "../import/run.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";

/** An invented article of a test; its address is made from its outlet and its number in the list. */
export interface InventedArticle {
  outlet: string;
  date: string;
  title: string;
  text: string;
  teaser?: string;
  desk?: string;
  language?: string;
}

/** Imports articles as a user would, and analyses them. */
export async function importInvented(
  corpus: CorpusDatabase,
  articles: readonly InventedArticle[],
): Promise<void> {
  const names = ["outlet", "url", "date", "title", "teaser", "text", "desk", "language"];
  const lines = articles.map((each, number) =>
    csvLine([
      each.outlet,
      `https://${each.outlet.replace(/\W/g, "")}.example/${number}`,
      each.date,
      each.title,
      each.teaser ?? "",
      each.text,
      each.desk ?? "world",
      each.language ?? "en",
    ]),
  );
  const bytes = Buffer.from(csvLine(names) + lines.join(""));
  await importFile(corpus, {
    name: "invented.csv",
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  });
  await analyseDue(corpus);
}
