// Prisma's schema engine as WebAssembly: writes and checks migrations without a downloaded binary.
// Development and tests alone; lib/database/migrate.ts applies migrations.
//
//   node prisma/engine.mjs diff URL     SQL that the schema has and the migrations lack; exit code 2 where there is any
//   node prisma/engine.mjs status URL   how the database at URL stands to the migrations
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const FOLDER = path.dirname(fileURLToPath(import.meta.url));
const NO_FILTER = { externalTables: [], externalEnums: [] };
const SHADOW_PREFIX = "prisma_migrate_shadow_db_";
const TYPE_CHAR = 18;
const TYPE_TEXT = 25;

/** @returns {{ files: { path: string, content: string }[] }} */
function schemaFiles() {
  const file = path.join(FOLDER, "schema.prisma");
  return { files: [{ path: file, content: readFileSync(file, "utf8") }] };
}

function migrationList() {
  const baseDir = path.join(FOLDER, "migrations");
  const folders = readdirSync(baseDir, { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: folders
      .map((folder) => folder.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok",
            value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}

/** What an engine at work has opened: it never closes the adapter it was given, and a panic closes nothing. */
const openPools = new Set();
const shadowDatabases = new Set();

/** Within one queryRaw(): the positions of the columns of the catalog's type "char". */
const charColumns = new AsyncLocalStorage();

function catalogPool(url) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  openPools.add(pool);
  const query = pool.query.bind(pool);
  pool.query = async (...parameters) => {
    const result = await query(...parameters);
    for (const [position, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== TYPE_CHAR) continue;
      field.dataTypeID = TYPE_TEXT;
      charColumns.getStore()?.push(position);
    }
    return result;
  };
  return pool;
}

/** The adapter refuses "char", the engine insists on it: read as text, handed over as character. */
async function catalogAdapter(pool) {
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = (query) =>
    charColumns.run([], async () => {
      const result = await queryRaw(query);
      for (const position of charColumns.getStore()) {
        result.columnTypes[position] = ColumnTypeEnum.Character;
      }
      return result;
    });
  // Its own way is to cut at every semicolon, in comments and strings too.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

async function cleanUp(url) {
  for (const pool of openPools) if (!pool.ended) await pool.end();
  openPools.clear();
  for (const name of shadowDatabases) await dropShadow(url, name);
}

async function dropShadow(url, name) {
  await onServer(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  shadowDatabases.delete(name);
}

/**
 * The shadow database comes from here: PrismaPg's own one would keep the connection string's
 * database and so run the migrations on the main one.
 */
function factoryFor(url) {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => catalogAdapter(catalogPool(url)),
    async connectToShadowDb() {
      const name = SHADOW_PREFIX + randomBytes(8).toString("hex");
      await onServer(url, `CREATE DATABASE "${name}"`);
      shadowDatabases.add(name);
      const shadowUrl = new URL(url);
      shadowUrl.pathname = `/${name}`;
      const pool = catalogPool(shadowUrl.href);
      const adapter = await catalogAdapter(pool);
      adapter.dispose = async () => {
        await pool.end();
        await dropShadow(url, name);
      };
      return adapter;
    },
  };
}

async function onServer(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let loaded = false;
async function loadBindings() {
  if (loaded) return;
  const script = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bytes = readFileSync(path.join(path.dirname(script), "schema_engine_bg.wasm"));
  global.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  loaded = true;
}

async function withEngine(url, work) {
  await loadBindings();
  const factory = bindMigrationAwareSqlAdapterFactory(factoryFor(url));
  const datamodels = schemaFiles().files.map((file) => [file.path, file.content]);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await cleanUp(url);
  }
}

/**
 * The SQL that leads from the migrations to schema.prisma; "" where they agree.
 * @param {string} url a database of a server on which databases may be created
 */
export async function diffMigrations(url) {
  const result = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", ...schemaFiles() },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  );
  return result.exitCode === 0 ? "" : (result.stdout ?? "");
}

/** What Prisma itself says about the migrations that a database has: nothing edited, failed or missing is clean. */
export function readStatus(url) {
  return withEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(),
      optInToShadowDatabase: false,
      filters: NO_FILTER,
    }),
  );
}

async function main([command, url]) {
  if (command === "diff" && url) {
    const sql = await diffMigrations(url);
    process.stdout.write(sql);
    process.exitCode = sql === "" ? 0 : 2;
  } else if (command === "status" && url) {
    console.log(await readStatus(url));
  } else {
    console.error("Usage: node prisma/engine.mjs diff|status URL");
    process.exitCode = 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
