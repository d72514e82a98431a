import { randomBytes } from "node:crypto";
import pg from "pg";
import type { CorpusDatabase } from "./corpus-database.ts";
import { closeAll, openCorpus } from "./registry.ts";

/** A database of a test file's own, which the registry takes for all there is: its corpus is `default`. */
export interface TestServer {
  url: string;
  /** Of the corpora that the test creates. */
  prefix: string;
  /** Drops every database of the test. */
  drop(): Promise<void>;
}

function testServerUrl(): string {
  const url = process.env.FRAMESCOPE_TEST_SERVER;
  if (!url)
    throw new Error("FRAMESCOPE_TEST_SERVER names no server; run the tests with `npm test`.");
  return url;
}

async function onTestServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Makes an empty database and points DATABASE_URL of this process at it. */
export async function createTestServer(): Promise<TestServer> {
  const prefix = `t${randomBytes(4).toString("hex")}_`;
  const name = `${prefix}default`;
  await onTestServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  });
  const url = new URL(testServerUrl());
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  process.env.FRAMESCOPE_PREFIX = prefix;
  return { url: url.href, prefix, drop: () => dropAll(prefix) };
}

async function dropAll(prefix: string): Promise<void> {
  await closeAll();
  await onTestServer(async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}

/** A fresh, migrated corpus with the shipped codebook, and how to drop it. */
export async function createTestCorpus(): Promise<{
  corpus: CorpusDatabase;
  server: TestServer;
}> {
  const server = await createTestServer();
  return { corpus: await openCorpus("default"), server };
}
