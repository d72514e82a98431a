"use client";

import { useState } from "react";
import type { ForecastDomain } from "../../../lib/import/forecast.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import { countOf, formatCount } from "../../format.ts";
import { outletsOf } from "./open-questions.ts";

type DomainNames = Mapping["domainNames"];

interface SharedDomainQuestionProps {
  domain: ForecastDomain;
  onAnswer: (names: DomainNames) => void;
}

/** The news and the opinion pages of one paper, say: two outlets or one. */
export function SharedDomainQuestion({ domain, onAnswer }: SharedDomainQuestionProps) {
  const outlets = outletsOf(domain);
  const [chosen, setChosen] = useState(outlets[0] ?? "");
  const articles = new Map(domain.names.map((one) => [one.name, one.articles]));
  const listed = outlets.slice(0, 8).map((name) => {
    const count = articles.get(name);
    return count === undefined ? `${name} (in the corpus)` : `${name} (${formatCount(count)})`;
  });
  const more = outlets.length - listed.length;
  return (
    <>
      {domain.domain} has {countOf(outlets.length, "outlet")}: {listed.join(", ")}
      {more > 0 ? ` and ${formatCount(more)} more` : ""}. Keep them apart, or make them one?
      <span className="mt-2 flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="control"
          onClick={() => onAnswer({ [domain.domain]: null })}
        >
          Keep as they are
        </button>
        <button
          type="button"
          className="control"
          onClick={() => onAnswer({ [domain.domain]: chosen })}
        >
          Make one outlet:
        </button>
        <select
          className="field w-auto max-w-[240px]"
          aria-label="Name of the one outlet"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {outlets.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </span>
    </>
  );
}

interface DomainNamesQuestionProps {
  domains: readonly ForecastDomain[];
  onAnswer: (names: DomainNames) => void;
}

const SHOWN_DOMAINS = 12;

/** Names for outlets of which the file gives nothing but addresses; proposed where the corpus knows the domain. */
export function DomainNamesQuestion({ domains, onAnswer }: DomainNamesQuestionProps) {
  const shown = domains.slice(0, SHOWN_DOMAINS);
  const [names, setNames] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      shown.map(({ domain, here }) => [domain, (here.length === 1 && here[0]) || ""]),
    ),
  );
  const keepAll = Object.fromEntries(domains.map(({ domain }) => [domain, null]));
  const named = () =>
    Object.fromEntries(
      domains.map(({ domain }) => [domain, names[domain]?.trim() || null] as const),
    );
  return (
    <form
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(named());
      }}
    >
      No column names the outlet, so articles are filed under the domain of their address. What are
      these outlets called?
      <span className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,320px)] sm:items-center">
        {shown.map((one) => (
          <label key={one.domain} className="contents">
            <span className="break-all">
              {one.domain}{" "}
              <span className="text-ink2">
                {countOf(
                  one.names.reduce((sum, { articles }) => sum + articles, 0),
                  "article",
                )}
              </span>
            </span>
            <input
              className="field"
              value={names[one.domain] ?? ""}
              maxLength={200}
              placeholder={one.domain}
              onChange={(event) => setNames({ ...names, [one.domain]: event.target.value })}
            />
          </label>
        ))}
      </span>
      {domains.length > shown.length && (
        <span className="mt-2 block text-ink2">
          {countOf(domains.length - shown.length, "more domain")} keep their own names.
        </span>
      )}
      <span className="mt-3 flex flex-wrap gap-2">
        <button type="button" className="control" onClick={() => onAnswer(keepAll)}>
          Keep the domains
        </button>
        <button type="submit" className="control">
          Use these names
        </button>
      </span>
    </form>
  );
}
