import type { Command } from "commander";
import { databaseLocation } from "../config.ts";
import { listCorpora, migrateAll, openCorpus } from "../database/registry.ts";
import { countDue } from "../pipeline/due.ts";
import { withDatabase } from "./database.ts";

/** `framescope db`: the database server and its corpora. */
export function register(program: Command): void {
  const db = program.command("db").description("look at the database, bring it up to date");
  db.command("status")
    .description("say where the database is and what it holds")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    )
    .action((options: { database?: string }) => withDatabase(options, printStatus));
  db.command("migrate")
    .description("bring every corpus to this version's schema and codebook")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    )
    .action((options: { database?: string }) => withDatabase(options, migrate));
}

async function printStatus(): Promise<void> {
  const { url, external } = databaseLocation();
  const { host } = new URL(url);
  const corpora = await listCorpora();
  console.log(`server\t${host} (${external ? "yours" : "comes with Framescope"})`);
  for (const { slug, title } of corpora) {
    const corpus = await openCorpus(slug);
    const [articles, due] = [await corpus.prisma.article.count(), await countDue(corpus)];
    console.log(`corpus\t${slug}\t${title}\t${articles} articles\t${due} to analyse`);
  }
  if (corpora.length === 0) console.log("no corpus yet");
}

async function migrate(): Promise<void> {
  const slugs = await migrateAll();
  console.log(slugs.length === 0 ? "no corpus yet" : `up to date: ${slugs.join(", ")}`);
}
