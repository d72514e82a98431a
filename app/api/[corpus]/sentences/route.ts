import { liveSignals } from "../../../../lib/codebook/live-signals.ts";
import { openCorpus } from "../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../lib/errors.ts";
import { requireResolvedView } from "../../../../lib/queries/resolve-view.ts";
import { listSentences } from "../../../../lib/queries/sentences.ts";
import { requireView } from "../../../../lib/view/view.ts";
import { queryParameters, respond } from "../../respond.ts";

/** GET /api/CORPUS/sentences?at=SLUG:PERIOD_START: the sentences behind a point of a view, in pages. */
export function GET(request: Request, context: { params: Promise<{ corpus: string }> }) {
  return respond(async () => {
    const corpus = await openCorpus((await context.params).corpus);
    const raw = queryParameters(request.url);
    const known = await liveSignals(corpus);
    const also = ["at", "show", "sort", "cursor"];
    const view = requireView(raw, known, { signals: ["scare_quote"] }, also);
    const resolved = await requireResolvedView(corpus, view);
    const at = typeof raw.at === "string" ? raw.at : "";
    const colon = at.lastIndexOf(":");
    const period = resolved.periods.find(({ start }) => start === at.slice(colon + 1));
    if (!period)
      throw new FramescopeError(
        "bad_parameter",
        "at must be SLUG:DATE, the first day of a period of this view.",
        "at",
      );
    const signal = typeof raw.show === "string" ? raw.show : (view.signals[0] ?? "");
    const cursor = typeof raw.cursor === "string" ? raw.cursor : null;
    const sort = raw.sort ?? "score";
    if (sort !== "score" && sort !== "date")
      throw new FramescopeError("bad_parameter", "sort must be score or date.", "sort");
    const page = await listSentences(corpus, resolved, {
      outlet: at.slice(0, colon),
      period,
      signal,
      sort,
      cursor,
    });
    return Response.json(page, { headers: { "cache-control": "no-store" } });
  });
}
