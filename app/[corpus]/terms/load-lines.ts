import { liveSignals } from "../../../lib/codebook/live-signals.ts";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { FramescopeError } from "../../../lib/errors.ts";
import { countDue } from "../../../lib/pipeline/due.ts";
import { listLines } from "../../../lib/queries/concordance.ts";
import {
  type ConcordanceQuery,
  readConcordanceQuery,
} from "../../../lib/queries/concordance-query.ts";
import type { Concordance } from "../../../lib/queries/concordance-types.ts";
import type { OutletInfo } from "../../../lib/queries/metrics-types.ts";
import type { RawParameters } from "../../../lib/view/view.ts";
import { type Address, addressOf, withoutEmpty } from "../../address.ts";
import { corpusOutlets } from "../../corpus.ts";
import { countOf } from "../../format.ts";
import { type PageTrail, readTrail } from "../../page-trail.ts";

export interface LinesPage {
  concordance: Concordance;
  query: ConcordanceQuery;
  outlets: readonly OutletInfo[];
  /** The view without its page: what links keep. */
  address: Address;
  trail: PageTrail;
  /** The words as they were typed, and what is wrong with them. */
  typed: string;
  findProblem: string | null;
  notices: string[];
}

/** Reads the address leniently and lists; what could not be used is named and left out. */
export async function loadLines(corpus: CorpusDatabase, raw: RawParameters): Promise<LinesPage> {
  const { trail, ...given } = withoutEmpty(raw);
  const { query: asked, problems } = readConcordanceQuery(given, await liveSignals(corpus));
  const find = problems.find(({ field }) => field === "find");
  const notices = problems
    .filter((problem) => problem !== find)
    .map(({ message }) => `${message} Shown without it.`);
  const outlets = await corpusOutlets(corpus);
  const { query, concordance } = await listLeniently(corpus, asked, outlets, notices);
  const due = await countDue(corpus);
  if (due > 0) notices.push(`${countOf(due, "article")} still await analysis: no flags yet.`);
  const unusable = [...problems.map(({ field }) => field), "cursor", "trail"];
  return {
    concordance,
    query,
    outlets,
    address: {
      ...addressOf(given, query.outlets ? unusable : [...unusable, "outlets"]),
      ...(query.outlets ? { outlets: [query.outlets.join(",")] } : {}),
    },
    trail: readTrail(query.cursor, trail),
    typed: typeof given.find === "string" ? given.find.trim() : "",
    findProblem: find ? find.message.replace(/^find /, "What was typed ") : null,
    notices,
  };
}

/** A page of another order is shown from the first; outlets that are gone are left out of the links too. */
async function listLeniently(
  corpus: CorpusDatabase,
  asked: ConcordanceQuery,
  all: readonly OutletInfo[],
  notices: string[],
) {
  const there = asked.outlets?.filter((slug) => all.some((outlet) => outlet.slug === slug));
  if (there?.length !== asked.outlets?.length) {
    notices.push("This link asked for an outlet that is no longer here. Shown without it.");
  }
  const query = { ...asked, outlets: there && there.length > 0 ? there : null };
  try {
    return { query, concordance: await listLines(corpus, query) };
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.field !== "cursor") throw error;
    notices.push("This link led to a page of another list. Shown from the first page.");
    const first = { ...query, cursor: null };
    return { query: first, concordance: await listLines(corpus, first) };
  }
}
