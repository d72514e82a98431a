import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { projectRoot } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import { splitStatements } from "./split-statements.ts";

interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file, in hex, as Prisma keeps it. */
  checksum: string;
}

/** Prisma's own lock, so that its engine and this one never run at the same time. */
const PRISMA_LOCK = 72707369;

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations that come with the program, oldest first. */
export function readMigrations(
  folder = path.join(projectRoot(), "prisma", "migrations"),
): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Brings a database to the program's schema and returns the names of the migrations that were applied.
 * The history is kept exactly as Prisma keeps it. Safe to run from several processes at once.
 * @throws FramescopeError conflict where the history is not one that this program can continue.
 */
export async function migrateDatabase(
  client: pg.ClientBase,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  if ((await findPending(client, migrations)).length === 0) return [];
  await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
  try {
    await client.query(HISTORY_TABLE);
    const pending = await findPending(client, migrations);
    for (const migration of pending) await applyMigration(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]);
  }
}

async function findPending(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const checksums = await readHistory(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of checksums) {
    const migration = known.get(name);
    if (!migration) {
      const sentence = `The database has the migration ${name}, which this version of Framescope doesn't know: a newer version made it. Update Framescope.`;
      throw new FramescopeError("conflict", sentence);
    }
    if (migration.checksum !== checksum) {
      const sentence = `The migration ${name} was changed after the database had applied it. Restore prisma/migrations/${name}/migration.sql, and make the change a migration of its own.`;
      throw new FramescopeError("conflict", sentence);
    }
  }
  return migrations.filter((migration) => !checksums.has(migration.name));
}

/** Checksums of the applied migrations by name; empty where the database has no history yet. */
async function readHistory(client: pg.ClientBase): Promise<Map<string, string>> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (!table.rows[0].found) return new Map();
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at IS NULL AS failed FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const failed = rows.find((row) => row.failed);
  if (failed) {
    const sentence = `The migration ${failed.migration_name} has failed in this database; resolve it with Prisma before Framescope goes on.`;
    throw new FramescopeError("conflict", sentence);
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** One transaction, the history's row included; one statement a query. */
async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    for (const statement of splitStatements(migration.sql)) await client.query(statement);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const cause = error instanceof Error ? error.message : String(error);
    throw new FramescopeError(
      "internal",
      `The migration ${migration.name} failed and was taken back: ${cause}`,
      null,
      { cause: error },
    );
  }
}
