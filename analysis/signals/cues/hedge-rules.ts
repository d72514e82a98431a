import { could, may, might } from "./hedge-modals.ts";
import { about, afterNumber, beforeNumber, estimated, group, vague } from "./hedge-quantities.ts";
import { beforeSuperlative, renown } from "./hedge-superlatives.ts";
import {
  alleged,
  appear,
  claim,
  claimed,
  indicate,
  modifier,
  passiveOpinion,
  passiveReport,
  possible,
  seem,
  suggest,
  tend,
} from "./hedge-verbs.ts";
import type { HedgeRule } from "./verdict.ts";

/** Groups of people that are sources without a name where they stand alone ("critics say"). */
const GROUPS = [
  "academics",
  "activists",
  "advocates",
  "analysts",
  "campaigners",
  "commentators",
  "critics",
  "detractors",
  "diplomats",
  "economists",
  "experts",
  "historians",
  "insiders",
  "locals",
  "observers",
  "opponents",
  "others",
  "philosophers",
  "proponents",
  "pundits",
  "researchers",
  "reviewers",
  "rivals",
  "scholars",
  "scientists",
  "sceptics",
  "skeptics",
  "supporters",
  "theorists",
] as const;

/** Which rule decides on which entries of the lexicon. */
const TERMS_BY_RULE: readonly (readonly [HedgeRule, readonly string[]])[] = [
  [may, ["may"]],
  [might, ["might"]],
  [could, ["could"]],
  [about, ["about", "around"]],
  [beforeNumber, ["roughly", "close to", "as many as", "as much as"]],
  [afterNumber, ["or so"]],
  [estimated, ["estimated"]],
  [beforeSuperlative, ["one of the"]],
  [renown, ["most popular"]],
  [vague, ["some", "many", "several", "most", "certain"]],
  [group, GROUPS],
  [appear, ["appear"]],
  [seem, ["seem"]],
  [suggest, ["suggest"]],
  [indicate, ["indicate"]],
  [claim, ["claim"]],
  [claimed, ["claimed"]],
  [alleged, ["alleged"]],
  [modifier, ["potential"]],
  [possible, ["possible"]],
  [tend, ["tend"]],
  [
    passiveOpinion,
    [
      "argued",
      "believed",
      "considered",
      "deemed",
      "expected",
      "perceived",
      "regarded",
      "reported",
      "seen",
      "thought",
      "viewed",
    ],
  ],
  [passiveReport, ["debated", "feared", "hoped", "questioned", "said", "understood"]],
];

/** The rules by headword; a cue without one hedges wherever its entry matches. */
export const HEDGE_RULES: ReadonlyMap<string, HedgeRule> = new Map(
  TERMS_BY_RULE.flatMap(([rule, terms]) => terms.map((term) => [term, rule] as const)),
);
