import type { Decision } from "./score.ts";

/** From this P(scare) on a partial quotation is held at a distance too. */
const DISTANCED = 0.25;

/** Rows by which an outlet distances itself in so many words. */
const CLEAR_ROWS = ["D2", "D3", "D4", "D5", "D7", "N7"];

/** Whether the outlet holds the quoted words at arm's length: every scare quote, and partial quotations where the frame says so. */
export function isDistanced(decision: Decision): boolean {
  if (decision.function === "scare") return true;
  if (decision.function !== "partial") return false;
  if (decision.probabilities.scare >= DISTANCED) return true;
  return decision.holding.some(({ id }) => CLEAR_ROWS.includes(id));
}
