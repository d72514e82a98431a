// Prisma downloads a schema engine unless it is told of one. Nothing here uses it (migrations are lib/database's),
// so any program that exists will do: with it `prisma generate` needs no network. Never run `prisma migrate` or `db`.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
