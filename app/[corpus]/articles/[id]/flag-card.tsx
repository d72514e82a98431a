"use client";

import type { Flag, Quotation } from "../../../../analysis/types.ts";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { markClass } from "../../../components/marked-sentence.tsx";
import type { SignalWords } from "../../../view-words.ts";
import { HowOftenRight } from "../../methods/how-often-right.tsx";
import { CardFoot } from "./card-foot.tsx";
import { CardHead } from "./card-head.tsx";
import { EvidenceRows } from "./evidence-rows.tsx";
import { flagName } from "./flag-name.ts";
import { QUOTATION_WORDS } from "./quotation-words.ts";
import { overlapping } from "./reading.ts";
import { whySentences } from "./why.ts";

interface FlagCardProps {
  corpus: string;
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  chosen: number;
  /** The chosen flag and its signal. */
  flag: Flag;
  signal: SignalWords;
  choose: (index: number | null, focus?: boolean) => void;
}

/** The evidence of the chosen flag, and the way to its neighbours. */
export function FlagCard(props: FlagCardProps) {
  const { corpus, article, signals, shown, chosen, flag, signal, choose } = props;
  const visible = [...article.flags.keys()].filter((i) =>
    shown.has(article.flags[i]?.signal ?? ""),
  );
  const at = visible.indexOf(chosen);
  const tabs = overlapping(article.flags, chosen).filter((i) => visible.includes(i));
  return (
    <section
      aria-labelledby="card-title"
      className={`float max-h-full overflow-y-auto border-t-3 p-5 ${markClass(flag.signal)} card-edge`}
      data-testid="card"
    >
      <CardHead
        flag={flag}
        signal={signal}
        at={at}
        count={visible.length}
        onStep={(by) => choose(visible[at + by] ?? chosen, true)}
        onClose={() => choose(null)}
      />
      {tabs.length > 1 && (
        <OverlapTabs
          tabs={tabs}
          article={article}
          signals={signals}
          chosen={chosen}
          choose={choose}
        />
      )}
      <Reasons article={article} chosen={chosen} flag={flag} signal={signal} />
      <CardFoot corpus={corpus} article={article} flag={flag} signal={signal} />
      <HowOftenRight corpus={corpus} signal={signal} codebook={article.codebook} />
    </section>
  );
}

type TabsProps = Pick<FlagCardProps, "article" | "signals" | "chosen" | "choose"> & {
  tabs: number[];
};

function OverlapTabs({ tabs, article, signals, chosen, choose }: TabsProps) {
  return (
    <div className="mt-2 flex flex-wrap">
      {tabs.map((index) => (
        <button
          key={index}
          type="button"
          aria-pressed={index === chosen}
          className={`control -ml-px rounded-none text-small ${index === chosen ? "control-chosen" : ""}`}
          onClick={() => choose(index)}
        >
          {tabName(article.flags[index], signals)}
        </button>
      ))}
    </div>
  );
}

function tabName(flag: Flag | undefined, signals: readonly SignalWords[]): string {
  const signal = signals.find(({ id }) => id === flag?.signal);
  return flag && signal ? flagName(flag, signal) : "";
}

type ReasonsProps = Pick<FlagCardProps, "article" | "chosen" | "flag" | "signal">;

/** The flagged words, why they are flagged, and what was weighed. */
function Reasons({ article, chosen, flag, signal }: ReasonsProps) {
  const quotation = article.quotations.find(
    ({ part, start }) => part === flag.part && start === flag.start,
  );
  const scare = flag.signal === "scare_quote";
  return (
    <>
      <p className="mt-3 font-serif text-section font-normal break-words">
        {scare ? `“${flag.text}”` : flag.text}
      </p>
      {whySentences(flag, signal, quotation).map((sentence) => (
        <p key={sentence} className="mt-1 text-small text-ink2">
          {sentence}
        </p>
      ))}
      <EvidenceRows
        key={chosen}
        evidence={flag.evidence}
        rules={article.rules}
        weighed={flag.score !== null}
        words={
          quotation && scare ? QUOTATION_WORDS[quotation.function].toLowerCase() : signal.singular
        }
      />
      {scare && quotation && <Rivals quotation={quotation} />}
    </>
  );
}

/** The readings that competed, by probability. */
function Rivals({ quotation }: { quotation: Quotation }) {
  const rivals = Object.entries(quotation.probabilities)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3) as [keyof typeof QUOTATION_WORDS, number][];
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 text-small">
      {rivals.map(([name, probability], i) => (
        <span key={name} className={i === 0 ? "font-semibold" : "text-ink2"}>
          {QUOTATION_WORDS[name]} {probability.toFixed(2)}
        </span>
      ))}
    </p>
  );
}
