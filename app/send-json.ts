/** An answer of the API that refuses: its sentence, its code, and the field that is meant. */
export class RequestError extends Error {
  readonly code: string;
  readonly field: string | null;

  constructor(message: string, code: string, field: string | null) {
    super(message);
    this.name = "RequestError";
    this.code = code;
    this.field = field;
  }
}

interface ErrorBody {
  error?: { message?: string; code?: string; field?: string | null };
}

/** Sends a write to the API and returns its answer. @throws RequestError with a sentence for the user */
export async function sendJson<Answer>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RequestError("The connection was lost. Try again.", "unavailable", null);
  });
  const answer = (await response.json().catch(() => null)) as (Answer & ErrorBody) | null;
  if (response.ok && answer !== null) return answer;
  const { message, code, field } = answer?.error ?? {};
  throw new RequestError(
    message ?? "The server gave no answer. Try again.",
    code ?? "internal",
    field ?? null,
  );
}

/** What went wrong, as a sentence. */
export function sentenceOf(error: unknown): string {
  return error instanceof RequestError ? error.message : "That did not work. Try again.";
}
