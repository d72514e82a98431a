import type { z } from "zod";
import { FramescopeError } from "../errors.ts";

/** Where the next page begins, as text for a link. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws FramescopeError bad_parameter for anything but what a page of the same kind gave */
export function decodeCursor<Key>(cursor: string, schema: z.ZodType<Key>): Key {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new FramescopeError(
      "bad_parameter",
      "cursor must be one that an earlier page gave.",
      "cursor",
    );
  }
}
