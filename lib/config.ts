import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { FramescopeError } from "./errors.ts";

/** The checkout's folder: the doors (bin/, the launcher) set FRAMESCOPE_ROOT, else it is the current folder. */
export function projectRoot(): string {
  return process.env.FRAMESCOPE_ROOT ?? process.cwd();
}

/** Where the embedded database and everything else that lasts is kept (FRAMESCOPE_DATA, else ./data). */
export function dataFolder(): string {
  return path.resolve(projectRoot(), process.env.FRAMESCOPE_DATA ?? "data");
}

/** Where the bundles of server, worker and command line lie (FRAMESCOPE_BUILD, else ./build). */
export function buildFolder(): string {
  return path.resolve(projectRoot(), process.env.FRAMESCOPE_BUILD ?? "build");
}

/** What data/server.json holds (mode 600): how to reach the embedded database and who runs it. */
const serverFileSchema = z.object({
  /** Port and password of the embedded PostgreSQL on 127.0.0.1, absent where DATABASE_URL alone was ever used. */
  databasePort: z.number().int().optional(),
  databasePassword: z.string().optional(),
  /** Process ids of what runs, absent where it doesn't. */
  launcher: z.number().int().optional(),
  postgres: z.number().int().optional(),
  server: z.number().int().optional(),
  worker: z.number().int().optional(),
  /** Start times of these processes by id: they tell a process from a later one that was given the same id. */
  marks: z.record(z.string(), z.string()).default({}),
  /** http://127.0.0.1:PORT once the page answers. */
  url: z.string().optional(),
});
export type ServerFile = z.infer<typeof serverFileSchema>;

export function readServerFile(): ServerFile | null {
  try {
    return serverFileSchema.parse(
      JSON.parse(readFileSync(path.join(dataFolder(), "server.json"), "utf8")),
    );
  } catch {
    return null;
  }
}

/** How the database is reached, and whether it is one that the user brought (DATABASE_URL). */
export interface DatabaseLocation {
  /** URL of a server; its database name counts only where external is true. */
  url: string;
  external: boolean;
}

/**
 * DATABASE_URL, else the embedded server of server.json.
 * @throws FramescopeError unavailable where neither is there.
 */
export function databaseLocation(): DatabaseLocation {
  const url = process.env.DATABASE_URL;
  if (url) return { url, external: true };
  const { databasePort: port, databasePassword: password } = readServerFile() ?? {};
  if (port && password) {
    return {
      url: `postgresql://framescope:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      external: false,
    };
  }
  throw new FramescopeError(
    "unavailable",
    "No database: start Framescope with `npm start`, or set DATABASE_URL.",
  );
}
