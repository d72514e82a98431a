import { expect, test } from "vitest";
import { addressOf, linkTo, withoutEmpty } from "./address.ts";

test("linkTo writes what it keeps, replaces what changes and drops what is null", () => {
  const address = { q: ["dam & quarry"], outlets: ["a,b"], "attr.desk": ["world", "a=b"] };
  expect(linkTo("/sample/articles", address, { outlets: null, sort: "oldest" })).toBe(
    "/sample/articles?q=dam+%26+quarry&attr.desk=world&attr.desk=a%3Db&sort=oldest",
  );
  expect(linkTo("/sample/articles", {})).toBe("/sample/articles");
});

test("linkTo is read back as it was, plus signs included", () => {
  const [, query = ""] = linkTo("/a", { q: ["1 + 1, “two”"] }).split("?");
  expect(new URLSearchParams(query).get("q")).toBe("1 + 1, “two”");
});

test("withoutEmpty leaves out fields that were left empty", () => {
  expect(withoutEmpty({ q: "", from: " ", to: undefined, find: "dam", term: ["", "may"] })).toEqual(
    {
      find: "dam",
      term: ["may"],
    },
  );
});

test("addressOf keeps all but what it is told", () => {
  expect(addressOf({ q: "dam", "attr.desk": ["a", "b"], cursor: "x" }, ["cursor"])).toEqual({
    q: ["dam"],
    "attr.desk": ["a", "b"],
  });
});
