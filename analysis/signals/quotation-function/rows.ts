import { attributionRows } from "./attribution.ts";
import { distanceRows } from "./distance.ts";
import { echoRows } from "./echo.ts";
import { genreRows } from "./genre.ts";
import { headlineRows } from "./headline.ts";
import { insideRows } from "./inside.ts";
import { lengthRows } from "./length.ts";
import { mentionRows } from "./mention.ts";
import { neighbourRows } from "./neighbours.ts";
import type { Rows } from "./row.ts";
import { titleTermRows } from "./title-term.ts";

/** All rows of evidence, each with the id of its line in quotation-weights.csv. */
export const ROWS: Rows = {
  ...lengthRows,
  ...insideRows,
  ...neighbourRows,
  ...distanceRows,
  ...attributionRows,
  ...echoRows,
  ...genreRows,
  ...titleTermRows,
  ...mentionRows,
  ...headlineRows,
};
