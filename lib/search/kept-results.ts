import { createHash } from "node:crypto";

/**
 * Results worth keeping in memory: the most lately used ones, at most so many. The key must name everything a result
 * depends on; ids of articles do, since a stored text never changes.
 */
export class KeptResults<Result> {
  readonly #results = new Map<string, Promise<Result>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The result of this key, made where it is not here; one that fails is forgotten. */
  get(key: unknown, make: () => Promise<Result>): Promise<Result> {
    const name = createHash("sha256").update(JSON.stringify(key)).digest("base64");
    const result = this.#results.get(name) ?? make();
    this.#results.delete(name);
    this.#results.set(name, result);
    result.catch(() => this.#results.delete(name));
    const oldest = this.#results.keys().next().value;
    if (this.#results.size > this.#most && oldest !== undefined) this.#results.delete(oldest);
    return result;
  }
}
