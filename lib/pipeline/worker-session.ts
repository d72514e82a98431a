import type { CorpusDatabase } from "../database/corpus-database.ts";
import { openCorpus } from "../database/registry.ts";
import { type Claims, openClaims } from "./claim.ts";

/** What a worker keeps of a corpus while it serves it. */
export interface Session {
  corpus: CorpusDatabase;
  claims: Claims;
  /** Articles whose analysis failed here. */
  failed: Set<string>;
  /** Articles written since the tables were last vacuumed. */
  changed: number;
  /** Before this time, in milliseconds, rollups are not counted again while articles are being analysed. */
  refreshAfter: number;
}

/** The sessions of a worker, by slug: one for each corpus, made anew when its connection is lost. */
export class Sessions {
  readonly #open = new Map<string, Session>();
  readonly #onDue: () => void;

  constructor(onDue: () => void) {
    this.#onDue = onDue;
  }

  async get(slug: string): Promise<Session> {
    const corpus = await openCorpus(slug);
    const known = this.#open.get(slug);
    if (known?.claims.alive() && known.corpus === corpus) return known;
    await this.drop(slug);
    const claims = await openClaims(corpus.url, { onDue: this.#onDue });
    const session = {
      corpus,
      claims,
      failed: known?.failed ?? new Set<string>(),
      changed: known?.changed ?? 0,
      refreshAfter: 0,
    };
    this.#open.set(slug, session);
    return session;
  }

  async drop(slug: string): Promise<void> {
    const session = this.#open.get(slug);
    this.#open.delete(slug);
    await session?.claims.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    for (const slug of [...this.#open.keys()]) await this.drop(slug);
  }
}
