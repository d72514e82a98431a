import type { ImportSummary } from "../../../lib/import/imports.ts";
import { countOf, formatCount } from "../../format.ts";

/** Where an import stands, in a few words. */
export function stateWords({ status, removed }: Pick<ImportSummary, "status" | "removed">): string {
  switch (status) {
    case "uploading":
      return "Not uploaded whole";
    case "uploaded":
    case "counting":
    case "counted":
      return "Not started";
    case "waiting":
      return "Waiting";
    case "running":
      return "Running";
    case "done":
      return "Done";
    case "failed":
      return "Stopped";
    case "undoing":
      return `Undoing: ${formatCount(removed)} deleted so far`;
    case "undone":
      return `Undone: ${countOf(removed, "article")} deleted`;
  }
}
