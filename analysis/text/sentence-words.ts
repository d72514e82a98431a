import { hashWord } from "./vocabulary.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Words that begin sentences and hardly ever names: after U.S. or Inc. a sentence begins before them alone. */
export const OPENERS = words(
  `A According After Although An And Are Around As At Because Before Both But By Can Could Despite Did
  Do Does During Each Even Every For From Had Has Have He Her Here His How However I If In Instead Is It
  Its Just Many Meanwhile More Moreover Most My Nearly Nevertheless Nor Not Now On Once Only Or Other Our
  Rather She Should Similarly Since So Some Still Such That The Their Then There These They This Those
  Though Thus To Today Under Unlike Until We Were What When Where Whether Which While Who Why Will With
  Would Yet You Your He's I'm It's She's That's There's They're We're What's`,
);

/** Openers so rare at the end of a name that a lower-case letter glued to one ends a sentence: RowThe. */
export const GLUED_OPENERS = words(
  `According After Although Because But Despite However Meanwhile Moreover She Since That The Their Then
  There These They This Those Though When Whether While It's That's There's They're`,
);

/** Openers that names end in too (LinkedIn): only after a word without capitals, and before a word without one. */
export const SHORT_GLUED_OPENERS = words("An As At By For He His If In It Its On Our So To We You");

/** Abbreviations that stand before a name: no sentence ends in them. */
export const TITLES = words(
  `adm amb asst atty attn brig capt cmdr col cpl det dr drs fr ft gen gov hon insp lt maj messrs mr mrs ms
  msgr mt ofc pfc pres prof pvt rep reps rev rt sen sens sgt spc ste supt`,
);

/** Abbreviations that a sentence can end in, written with or without capitals. */
export const ABBREVIATIONS = words(
  `am approx apr assn aug ave bldg blvd bros cf co corp dec dept dist div est esp etc ext feb fig figs govt inc
  incl intl jan jr jul jun llc ltd misc mos mph natl nov nos oct para pg pm pp pt rd sep sept sq sr st tel univ
  viz vol vols vs vt yrs al eg ie ed eds hwy pkwy mph gmbh ag plc`,
);

/** Abbreviations that are words in lower case: Miss., Mar., Wash. */
export const CAPITAL_ABBREVIATIONS = words(
  `Ala Ariz Ark Cal Calif Colo Conn Del Fla Fri Ga Ida Ill Ind Kan Kans Ky La Mar Mass Md Mich Minn Miss
  Mo Mon Mont Neb Nebr Nev Okla Ore Pa Penn Tenn Tex Thur Thurs Tue Tues Va Wash Wed Wis Wisc Wyo`,
);

/** Numbers follow these, and then they are abbreviations: No. 5. */
export const NUMBERED = words("no nr art ch p sec ver v");

/** Last labels of domain names and files: Example.Com is one name. */
export const DOMAIN_ENDINGS = words(
  `ai app au biz ca ch cn co com de edu eu fr gov html in info int io ir it js jp jpg mil mobi mp3 net news
  nl org pdf php png ru tv ua uk us xyz`,
);

/** What follows “Why?” when the sentence goes on: “Why?” Ann Perry asked. */
export const REPORTING = words(
  `added adds answered asked asks bellowed chanted continued cried declared demanded demands exclaimed
  explained inquired insisted joked mused queried quipped recalled remarked replied replies responded said
  says screamed shouted tells told tweeted warned wondered wonders writes wrote yelled`,
);

/** By some bits of a word's hash: whether it may be an abbreviation. Nearly all words before a stop are told by a look. */
const MAY_ABBREVIATE = new Uint8Array(4096);
for (const list of [TITLES, ABBREVIATIONS, CAPITAL_ABBREVIATIONS, NUMBERED]) {
  for (const word of list) MAY_ABBREVIATE[bitsOf(hashWord(word, 0, word.length))] = 1;
}

function bitsOf(hash: number): number {
  return Math.imul(hash, -1_640_531_527) >>> 20;
}

/** Whether a word of that hash, in any case, may be in one of the four lists of abbreviations; says no surely, yes mostly. */
export function mayAbbreviate(hash: number): boolean {
  return MAY_ABBREVIATE[bitsOf(hash)] === 1;
}
