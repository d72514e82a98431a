import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { projectRoot } from "../config.ts";

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

const crossValidatedFile = z.object({
  /** SHA-256 of analysis/codebook/quotation-weights.csv: whose tables these are. */
  weights: z.string(),
  /** How often the folds were drawn. */
  repeats: z.number(),
  parts: z.array(
    z.object({
      title: z.string(),
      quotations: z.number(),
      /** Accuracy, macro-F1, and precision, recall and F1 of scare and distanced. */
      figures: z.record(z.string(), estimate),
      expected: z.number(),
      counted: z.number(),
      z: z.number(),
    }),
  ),
});

/** What nested cross-validation found when the quotation weights were fitted (`npm run fit -- --write`). */
export type CrossValidated = z.infer<typeof crossValidatedFile>;

/** Where it is kept, beside the script that writes it. */
export const crossValidatedPath = () => path.join(projectRoot(), "fit", "cross-validated.json");

/** Names weights by their file's content. */
export const hashWeights = (content: string) => createHash("sha256").update(content).digest("hex");

/** The cross-validation of the weights as they are; null where there is none of these very weights. */
export function readCrossValidated(): CrossValidated | null {
  if (!existsSync(crossValidatedPath())) return null;
  const found = crossValidatedFile.parse(JSON.parse(readFileSync(crossValidatedPath(), "utf8")));
  const weights = path.join(projectRoot(), "analysis", "codebook", "quotation-weights.csv");
  return found.weights === hashWeights(readFileSync(weights, "utf8")) ? found : null;
}
