import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{analysis,lib,app,prisma,bin,bench,fit}/**/*.test.{ts,tsx}"],
    /** Starts the PostgreSQL that integration tests use, and names it in FRAMESCOPE_TEST_SERVER. */
    globalSetup: ["lib/launcher/test-server.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    /** Tests of real processes and databases share two cores: more workers than that only wait for each other. */
    maxWorkers: 2,
  },
});
