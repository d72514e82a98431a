import { errorResponse } from "../respond.ts";

/** Every API address without a route of its own. */
function notFound(request: Request): Response {
  const path = new URL(request.url).pathname.slice(0, 200);
  return errorResponse(404, "not_found", `There is nothing at ${path}.`, null);
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
