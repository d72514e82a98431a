"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import type { ForecastDomain } from "../../../lib/import/forecast.ts";
import type { TextRights } from "../../../lib/import/imports.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview } from "../../../lib/import/preview.ts";
import { DomainNamesQuestion, SharedDomainQuestion } from "./domain-questions.tsx";
import { openQuestions, type Question } from "./open-questions.ts";
import { TEXT_RIGHTS_WORDS } from "./text-rights.ts";

interface QuestionsProps {
  preview: ImportPreview;
  mapping: Mapping;
  domains: readonly ForecastDomain[];
  rights: TextRights;
  onMapping: (mapping: Mapping) => void;
  onRights: (rights: TextRights) => void;
}

/** The first question that is open, the answers so far, and what may leave the corpus. */
export function Questions(props: QuestionsProps) {
  const { preview, mapping, domains, rights, onMapping, onRights } = props;
  const open = openQuestions(preview, mapping, domains);
  // Once asked, the order of dates can be changed.
  const [askedDates] = useState(preview.dateOrder === "undecidable");
  const [question] = open;
  return (
    <>
      {question && (
        <QuestionBox left={open.length}>
          <Ask key={keyOf(question)} question={question} {...props} />
        </QuestionBox>
      )}
      <Answers mapping={mapping} dates={askedDates} onMapping={onMapping} />
      <RightsQuestion rights={rights} onRights={onRights} />
    </>
  );
}

const keyOf = (question: Question) =>
  question.kind === "shared" ? question.domain.domain : question.kind;

function Ask({ question, mapping, onMapping }: QuestionsProps & { question: Question }) {
  const nameDomains = (names: Mapping["domainNames"]) =>
    onMapping({ ...mapping, domainNames: { ...mapping.domainNames, ...names } });
  switch (question.kind) {
    case "dates":
      return <DateQuestion onAnswer={(dateOrder) => onMapping({ ...mapping, dateOrder })} />;
    case "outlet":
      return <OutletQuestion onName={(outlet) => onMapping({ ...mapping, outlet })} />;
    case "names":
      return <DomainNamesQuestion domains={question.domains} onAnswer={nameDomains} />;
    case "shared":
      return <SharedDomainQuestion domain={question.domain} onAnswer={nameDomains} />;
  }
}

function QuestionBox({ left, children }: { left: number; children: ReactNode }) {
  return (
    <section
      aria-label="One question"
      data-testid="question"
      className="mt-5 border-l-3 border-question bg-question-ground px-4 py-3 text-small"
    >
      <span className="font-semibold text-question">
        {left > 1 ? `One question, ${left - 1} more after it.` : "One question."}
      </span>{" "}
      {children}
    </section>
  );
}

function DateQuestion({ onAnswer }: { onAnswer: (order: "dmy" | "mdy") => void }) {
  return (
    <>
      Every date of this file could be day.month or month.day. Which is it?
      <span className="mt-2 flex flex-wrap gap-2">
        <button type="button" className="control" onClick={() => onAnswer("dmy")}>
          Day first
        </button>
        <button type="button" className="control" onClick={() => onAnswer("mdy")}>
          Month first
        </button>
      </span>
    </>
  );
}

function OutletQuestion({ onName }: { onName: (name: string) => void }) {
  const [text, setText] = useState("");
  return (
    <form
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") onName(text.trim());
      }}
    >
      <label htmlFor="outlet-name">
        No column names the outlet. What is the outlet of all rows called?
      </label>
      <span className="mt-2 flex flex-wrap gap-2">
        <input
          id="outlet-name"
          className="field max-w-[320px]"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="control" disabled={text.trim() === ""}>
          Use this name
        </button>
      </span>
    </form>
  );
}

interface AnswersProps {
  mapping: Mapping;
  dates: boolean;
  onMapping: (mapping: Mapping) => void;
}

/** What was answered, each to be asked again. */
function Answers({ mapping, dates, onMapping }: AnswersProps) {
  const { dateOrder, outlet, domainNames } = mapping;
  const answers: { words: string; without: Mapping }[] = [];
  if (dates && dateOrder)
    answers.push({
      words: `Dates are read ${dateOrder === "dmy" ? "day" : "month"} first.`,
      without: { ...mapping, dateOrder: null },
    });
  if (outlet !== null)
    answers.push({
      words: `The outlet of rows that name none: ${outlet}.`,
      without: { ...mapping, outlet: null },
    });
  for (const [domain, name] of Object.entries(domainNames)) {
    const { [domain]: _, ...others } = domainNames;
    answers.push({
      words: name === null ? `${domain}: names as they are.` : `${domain}: one outlet, ${name}.`,
      without: { ...mapping, domainNames: others },
    });
  }
  if (answers.length === 0) return null;
  return (
    <ul className="mt-4 text-small" aria-label="Answers">
      {answers.map(({ words, without }) => (
        <li
          key={words}
          className="flex min-h-[33px] items-center justify-between gap-4 border-b border-rule"
        >
          <span className="min-w-0 break-words">{words}</span>
          <button
            type="button"
            className="link touch:min-h-11"
            aria-label={`Change: ${words}`}
            onClick={() => onMapping(without)}
          >
            Change
          </button>
        </li>
      ))}
    </ul>
  );
}

interface RightsProps {
  rights: TextRights;
  onRights: (rights: TextRights) => void;
}

function RightsQuestion({ rights, onRights }: RightsProps) {
  return (
    <fieldset className="mt-6 text-small">
      <legend className="w-full border-b border-ink pb-1 text-body font-semibold">
        How much of these texts may exports hold?
      </legend>
      {TEXT_RIGHTS_WORDS.map(({ value, words, sentence }) => (
        <label
          key={value}
          className="flex min-h-[33px] items-start gap-3 border-b border-rule py-1.5 touch:min-h-11"
        >
          <input
            type="radio"
            name="rights"
            className="mt-[3px] accent-ink"
            value={value}
            checked={rights === value}
            onChange={() => onRights(value)}
          />
          <span className={`w-20 shrink-0 ${rights === value ? "font-semibold" : ""}`}>
            {words}
          </span>
          <span className="text-ink2">{sentence}</span>
        </label>
      ))}
    </fieldset>
  );
}
