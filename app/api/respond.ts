import { type ErrorCode, FramescopeError } from "../../lib/errors.ts";
import type { RawParameters } from "../../lib/view/view.ts";

/** The one shape of an error that leaves by HTTP. */
export function errorResponse(
  status: number,
  code: ErrorCode,
  message: string,
  field: string | null,
): Response {
  return Response.json(
    { error: { code, message, field } },
    { status, headers: { "cache-control": "no-store" } },
  );
}

/**
 * Runs a route and turns what it throws into JSON: a FramescopeError says its own sentence, anything else is logged
 * (name, message and stack; never a request's body or an article's text) and answered with a plain 500.
 */
export async function respond(run: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FramescopeError) {
      if (error.status >= 500) console.error(error.message);
      return errorResponse(error.status, error.code, error.message, error.field);
    }
    logUnexpected(error);
    return errorResponse(
      500,
      "internal",
      "Framescope failed here. Try again; the server's log has the details.",
      null,
    );
  }
}

/** A database error can carry a row's text in its detail, so only name, code, message and stack frames are written. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof Error)) {
    console.error("Unexpected error of type", typeof error);
    return;
  }
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  console.error(
    `${error.name}${code}: ${error.message.slice(0, 200)}\n${frames.slice(0, 12).join("\n")}`,
  );
}

/** A query as the view's reader takes it; a name given twice arrives as a list, which the reader refuses. */
export function queryParameters(url: string): RawParameters {
  const query = new URL(url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
