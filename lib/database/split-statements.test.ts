import { expect, test } from "vitest";
import { splitStatements } from "./split-statements.ts";

test.each([
  ["plain statements", "SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]],
  ["an empty tail", "SELECT 1;\n-- the end\n", ["SELECT 1"]],
  ["quotes", `SELECT 'a;''b;', "c;d"; SELECT 2`, [`SELECT 'a;''b;', "c;d"`, "SELECT 2"]],
  ["escape strings", "SELECT E'a\\';b'; SELECT 2", ["SELECT E'a\\';b'", "SELECT 2"]],
  ["no escape in a plain string", "SELECT 'a\\'; SELECT 2", ["SELECT 'a\\'", "SELECT 2"]],
  [
    "comments",
    "SELECT 1 -- a;b '\n; /* c; /* d; */ ' */ SELECT 2",
    ["SELECT 1 -- a;b '", "/* c; /* d; */ ' */ SELECT 2"],
  ],
  [
    "dollar quotes",
    "DO $$ BEGIN; END; $$; DO $x$ $$;$$ $x$; SELECT a$1",
    ["DO $$ BEGIN; END; $$", "DO $x$ $$;$$ $x$", "SELECT a$1"],
  ],
])("splitStatements respects %s", (_, sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements);
});
