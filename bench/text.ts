import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { seededRandom } from "../analysis/statistics/random.ts";
import type { ArticleText } from "../analysis/types.ts";
import { generateArticles } from "./generated-articles.ts";

/** Articles to measure on, with the name that the benchmark prints. */
export interface BenchText {
  name: string;
  articles: ArticleText[];
  /** Of UTF-8. */
  megabytes: number;
}

/** Generated news, or an even sample of a corpus in JSONL (also .gz), with a title or headline and a body a line. */
export async function readText(file: string | undefined, articles: number): Promise<BenchText> {
  const chosen = file ? await sample(file, articles) : generateArticles(articles, 8);
  const bytes = chosen.flatMap(partsOf).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { name: file ?? "generated news", articles: chosen, megabytes: bytes / 1e6 };
}

/** The texts of an article one by one, as contenders read them that know of no parts. */
export function partsOf({ headline, teaser, body }: ArticleText): string[] {
  return [headline, teaser, body];
}

/** Reservoir sampling: every line has the same chance, however many there are. */
async function sample(file: string, size: number): Promise<ArticleText[]> {
  const random = seededRandom(1);
  const raw = createReadStream(file);
  const input = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
  const kept: string[] = [];
  let seen = 0;
  for await (const line of createInterface({ input })) {
    const place = kept.length < size ? kept.length : Math.floor(random() * (seen + 1));
    if (place < size) kept[place] = line;
    seen++;
  }
  return kept.map((line) => {
    const { title = "", headline = title, teaser = "", body = "" } = JSON.parse(line);
    return { headline: String(headline), teaser: String(teaser ?? ""), body: String(body) };
  });
}
