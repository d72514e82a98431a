/** What went wrong, as a sentence. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : "That did not work. Try again.";
}

/** A JSON answer of the API. @throws Error with the API's own sentence */
export async function readJson<T>(response: Response): Promise<T> {
  const body = (await response.json().catch(() => null)) as
    | (T & { error?: { message?: string } })
    | null;
  if (!response.ok || body === null)
    throw new Error(body?.error?.message ?? "The server gave no answer. Try again.");
  return body;
}

/** Posts JSON and reads the answer's. @throws Error with the API's own sentence */
export async function postJson<T>(address: string, body: unknown = {}): Promise<T> {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  return readJson<T>(await fetch(address, init));
}
