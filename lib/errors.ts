/** Every way in which lib can refuse or fail, with the HTTP status and the exit code it stands for. */
const KINDS = {
  bad_parameter: { status: 400, exit: 2 },
  bad_input: { status: 400, exit: 1 },
  not_found: { status: 404, exit: 1 },
  conflict: { status: 409, exit: 1 },
  too_large: { status: 413, exit: 1 },
  forbidden: { status: 403, exit: 1 },
  unavailable: { status: 503, exit: 1 },
  internal: { status: 500, exit: 1 },
} as const;
export type ErrorCode = keyof typeof KINDS;

/** The one error that lib throws on purpose: its message is a sentence for the user (what went wrong, where, what to do). */
export class FramescopeError extends Error {
  readonly code: ErrorCode;
  /** The parameter, column or option that is meant, as the user wrote it. */
  readonly field: string | null;

  constructor(
    code: ErrorCode,
    message: string,
    field: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "FramescopeError";
    this.code = code;
    this.field = field;
  }

  get status(): number {
    return KINDS[this.code].status;
  }

  get exitCode(): number {
    return KINDS[this.code].exit;
  }
}
