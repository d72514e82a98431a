import { seededRandom } from "../analysis/statistics/random.ts";

/** An article of made-up sentences, in the fields of an import. */
export interface GeneratedArticle {
  outlet: string;
  url: string;
  date: string;
  headline: string;
  teaser: string;
  body: string;
}

const SUBJECTS = [
  "The harbour board",
  "A ministry spokesman",
  "The mayor of Ostrel",
  "Dock workers",
  "Two engineers",
  "The court",
  "Residents",
];
const VERBS = ["said", "claimed", "insisted", "warned", "denied", "explained", "noted"];
const CLAUSES = [
  "the crane might be moved before winter",
  "about 40 berths were closed after the storm",
  "the plan was “a mess” and would cost $2,000 a day",
  "nobody had asked the pilots’ union",
  "the so-called “reform” had failed the port",
  "the alleged “threat” turned out to be a loose buoy",
  "the regime of inspections appears to be working",
  "critics say the deal is shambolic",
  "the “open door” policy may end in June",
  "it was likely that the quay would flood again",
  "the new bridge carries 3.5 million people a year",
];
const QUOTES = [
  "We will open it in June",
  "There is no money for that",
  "They never came to see the wall",
  "It is a question of weeks, not years",
];

/** As many articles of about 350 words as asked for, over `outlets` outlets and three years; the same in every run. */
export function generateArticles(count: number, outlets: number, seed = 1): GeneratedArticle[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sentence = () =>
    random() < 0.25
      ? `“${pick(QUOTES)},” ${pick(SUBJECTS).toLowerCase()} ${pick(VERBS)}.`
      : `${pick(SUBJECTS)} ${pick(VERBS)} that ${pick(CLAUSES)}, and ${pick(CLAUSES)}.`;
  const paragraph = () => Array.from({ length: 3 }, sentence).join(" ");
  return Array.from({ length: count }, (_, i) => {
    const outlet = Math.floor(random() * outlets);
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 1095)))
      .toISOString()
      .slice(0, 10);
    return {
      outlet: `Outlet ${String(outlet).padStart(2, "0")}`,
      url: `https://outlet-${outlet}.example/${day}/${i}`,
      date: day,
      headline: `${pick(SUBJECTS)}: ${pick(CLAUSES)}`,
      teaser: sentence(),
      body: Array.from({ length: 6 }, paragraph).join("\n\n"),
    };
  });
}
