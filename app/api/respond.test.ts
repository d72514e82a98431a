import { afterEach, describe, expect, it, vi } from "vitest";
import { FramescopeError } from "../../lib/errors.ts";
import { queryParameters, respond } from "./respond.ts";

afterEach(() => vi.restoreAllMocks());

describe("an API error", () => {
  it("says its own sentence, field and status", async () => {
    const answer = await respond(() => {
      throw new FramescopeError(
        "bad_parameter",
        "granularity must be one of day, week.",
        "granularity",
      );
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: {
        code: "bad_parameter",
        message: "granularity must be one of day, week.",
        field: "granularity",
      },
    });
  });
  it("that nobody foresaw is a plain 500: neither answer nor log holds what it carried", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const error = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "The secret article text",
    });
    const answer = await respond(() => Promise.reject(error));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/duplicate|secret/);
    expect(logged.mock.calls.flat().join(" ")).toContain("23505");
    expect(logged.mock.calls.flat().join(" ")).not.toContain("secret");
  });
});

it("a parameter given twice arrives as a list, for the reader to refuse", () => {
  expect(queryParameters("http://x/?part=body&unit=rate&unit=share")).toEqual({
    part: "body",
    unit: ["rate", "share"],
  });
});
