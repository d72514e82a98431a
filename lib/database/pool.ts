import pg from "pg";

const { types } = pg;
type Parser = (value: string) => unknown;

/** @types/pg knows the numbers of plain types alone. */
const builtInParser = types.getTypeParser as (type: number, format?: "text" | "binary") => Parser;
const parseTextArray = builtInParser(1009) as (value: string) => (string | null)[];

function parseBigint(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the exact integers`);
  return number;
}

const parseUuid = (value: string) => value.replaceAll("-", "");

function eachOf(parse: Parser): Parser {
  return (value) => parseTextArray(value).map((item) => (item === null ? null : parse(item)));
}

/** By type number: what a query on one of our pools gives back otherwise than pg's defaults. */
const PARSERS = new Map<number, Parser>([
  [20, parseBigint],
  [1016, eachOf(parseBigint)],
  [1082, (value) => value],
  [1182, parseTextArray],
  [2950, parseUuid],
  [2951, eachOf(parseUuid)],
]);

const typeParsers = {
  getTypeParser(type: number, format?: "text" | "binary") {
    const own = format === "binary" ? undefined : PARSERS.get(type);
    return own ?? builtInParser(type, format);
  },
};

export interface PoolOptions {
  /** Most connections at once; 8 unless told otherwise. */
  max?: number;
}

function ignoreError(): void {
  // The query that meets a broken connection reports it; an error without a listener would end the process.
}

/**
 * A pool to a database. A `date` comes out as "2024-01-31", a `bigint` as a number, a `uuid` as its 32 hex
 * digits; a `numeric` stays text, so cast a sum of bigints in the query (`sum(x)::float8`).
 * The session's time zone is UTC, which Prisma's adapter takes for granted.
 */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: "framescope",
    options: "-c TimeZone=UTC -c client_min_messages=warning",
    types: typeParsers,
  });
  pool.on("error", ignoreError);
  pool.on("connect", (client) => client.on("error", ignoreError));
  return pool;
}

/** A single connection with the same types, for locks and LISTEN, under a name that pg_stat_activity shows. */
export function createClient(url: string, name = "framescope"): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: name,
    options: "-c TimeZone=UTC -c client_min_messages=warning",
    types: typeParsers,
  });
  client.on("error", ignoreError);
  return client;
}
