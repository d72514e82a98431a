import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startDatabase, stopDatabase } from "./postgres-server.ts";

/**
 * Vitest's global setup: a PostgreSQL in a temporary folder, its URL in FRAMESCOPE_TEST_SERVER.
 * Tests create databases of their own on it. A URL that is given is used as it is.
 */
export default async function startTestServer(): Promise<() => Promise<void>> {
  if (process.env.FRAMESCOPE_TEST_SERVER) return async () => undefined;
  const folder = mkdtempSync(path.join(tmpdir(), "framescope-test-"));
  const password = randomBytes(12).toString("hex");
  const server = await startDatabase({ folder, password, throwaway: true });
  process.env.FRAMESCOPE_TEST_SERVER = server.url;
  return async () => {
    await stopDatabase(server);
    rmSync(folder, { recursive: true, force: true });
  };
}
