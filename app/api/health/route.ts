import { listCorpora } from "../../../lib/database/registry.ts";
import { FramescopeError } from "../../../lib/errors.ts";
import { countDueArticles } from "../../../lib/pipeline/due.ts";
import packageJson from "../../../package.json" with { type: "json" };

export const dynamic = "force-dynamic";

/** GET /api/health: 200 with database, worker lag and version; 503 with a sentence while the database is away. */
export async function GET(): Promise<Response> {
  const { version } = packageJson;
  const headers = { "cache-control": "no-store" };
  try {
    const [corpora, due] = await Promise.all([listCorpora(), countDueArticles()]);
    const body = {
      status: "ok",
      database: "ok",
      corpora: corpora.length,
      worker: { due },
      version,
    };
    return Response.json(body, { headers });
  } catch (error) {
    if (!(error instanceof FramescopeError))
      console.error(error instanceof Error ? error.message : "health failed");
    const message = "The database does not answer. See the terminal of npm start.";
    const body = {
      status: "unavailable",
      database: "away",
      version,
      error: { code: "unavailable", message, field: null },
    };
    return Response.json(body, { status: 503, headers });
  }
}
