import { readDocument } from "../../../../lib/documents/read-document.ts";

/** docs/accuracy.json as it is: the same for every corpus. */
export function GET(): Response {
  return new Response(readDocument("accuracy.json"), {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
