// The CLI would download an engine that a closed network can't reach; generate, validate and format work without one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

import { defineConfig } from "prisma/config";

export default defineConfig({ schema: "prisma/schema.prisma" });
