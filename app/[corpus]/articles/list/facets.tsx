import type { ReactNode } from "react";
import { FACET_SAMPLE, type Facet } from "../../../../lib/queries/article-facets.ts";
import type { View } from "../../../../lib/view/view.ts";
import { addressOf, linkTo } from "../../../address.ts";
import { ListForm, ListLink } from "../../../components/list-view.tsx";
import { type ToggleItem, ToggleList } from "../../../components/toggle-list.tsx";
import { formatCount } from "../../../format.ts";
import { type SignalWords, VOICE_WORDS } from "../../../view-words.ts";
import { columnWords, languageWords, WIRE_WORDS } from "./active-filters.ts";
import type { ArticlesPage } from "./load-articles.ts";

interface FacetsProps {
  path: string;
  page: ArticlesPage;
  signals: readonly SignalWords[];
}

/** Every filter with the articles that each value would leave. */
export function Facets({ path, page, signals }: FacetsProps) {
  const { facets } = page.list;
  const shared = { path, page, address: page.address };
  const sampled = [facets.signals, facets.languages, ...facets.attributes].some(
    (facet) => facet.sampled,
  );
  return (
    <div data-testid="facets">
      <Outlets {...shared} />
      <Signals {...shared} signals={signals} />
      <Attributes {...shared} />
      <Languages {...shared} />
      <WireCopy {...shared} />
      <Period path={path} page={page} />
      {sampled && (
        <p className="mt-3 text-label text-ink3">
          Counts beside signals, columns and languages are of {formatCount(FACET_SAMPLE)} of these
          articles, drawn at random.
        </p>
      )}
    </div>
  );
}

type Shared = Pick<FacetsProps, "path" | "page"> & { address: ArticlesPage["address"] };

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5 first:mt-0">
      <h2 className="border-b border-ink pb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Outlets({ path, address, page: { list, query } }: Shared) {
  const items = list.outlets.map(({ value, name, slot, articles }) => ({
    value,
    words: name,
    count: articles,
    slot,
  }));
  return (
    <Section title="Outlets">
      <ToggleList
        path={path}
        address={address}
        name="Outlets"
        items={items.sort((a, b) => b.count - a.count)}
        chosen={query.outlets ?? []}
        parameter="outlets"
        commas
      />
    </Section>
  );
}

function Signals({ path, address, page, signals }: Shared & Pick<FacetsProps, "signals">) {
  const { list, query } = page;
  return (
    <Section title="With at least one">
      <ToggleList
        path={path}
        address={address}
        name="Signals"
        items={list.facets.signals.values.map(({ value, articles }) => ({
          value,
          words: signals.find(({ id }) => id === value)?.title ?? value,
          count: articles,
        }))}
        chosen={query.signals}
        parameter="signal"
        commas
      />
      <VoiceChoice path={path} address={address} voice={query.voice} />
    </Section>
  );
}

function WireCopy({ path, address, page }: Shared) {
  return (
    <Section title="Wire copy">
      <ToggleList
        path={path}
        address={address}
        name="Wire copy"
        items={Object.entries(WIRE_WORDS).map(([value, words]) => ({ value, words, count: null }))}
        chosen={page.query.dupClasses ?? []}
        parameter="dup"
        commas
      />
    </Section>
  );
}

/** The values counted, and those chosen that are not among them. */
function itemsOf(facet: Facet | undefined, chosen: readonly string[]): ToggleItem[] {
  const values = facet?.values ?? [];
  const listed = values.map(({ value, articles }) => ({ value, words: value, count: articles }));
  const missing = chosen.filter((value) => !values.some((each) => each.value === value));
  return [...listed, ...missing.map((value) => ({ value, words: value, count: null }))];
}

/** One section a mapped column; those of a filter that leaves nothing too. */
function Attributes({ path, address, page: { list, query } }: Shared) {
  const counted = list.facets.attributes;
  const chosenOnly = Object.keys(query.attributes).filter(
    (name) => !counted.some((facet) => facet.name === name),
  );
  return [...counted.map(({ name }) => name), ...chosenOnly].map((name) => {
    const chosen = query.attributes[name] ?? [];
    const facet = counted.find((one) => one.name === name);
    return (
      <Section key={name} title={columnWords(name)}>
        <ToggleList
          path={path}
          address={address}
          name={columnWords(name)}
          items={itemsOf(facet, chosen)}
          chosen={chosen}
          parameter={`attr.${name}`}
        />
      </Section>
    );
  });
}

/** Only English enters rates: the section is there where another language is, or was asked for. */
function Languages({ path, address, page: { list, query } }: Shared) {
  const items = itemsOf(list.facets.languages, query.languages ?? []);
  const plain = items.length < 2 && query.languages === null && query.counted === null;
  if (plain && (items[0]?.value ?? "en") === "en") return null;
  return (
    <Section title="Language">
      <ToggleList
        path={path}
        address={address}
        name="Language"
        items={items.map((item) => ({ ...item, words: languageWords(item.value) }))}
        chosen={query.languages ?? []}
        parameter="language"
        commas
      />
      <Choice
        name="Counted in rates"
        choices={[
          {
            words: "all",
            href: linkTo(path, address, { counted: null }),
            on: query.counted === null,
          },
          {
            words: "yes",
            href: linkTo(path, address, { counted: "true" }),
            on: query.counted === true,
          },
          {
            words: "no",
            href: linkTo(path, address, { counted: "false" }),
            on: query.counted === false,
          },
        ]}
      />
    </Section>
  );
}

function VoiceChoice({ path, address, voice }: Omit<Shared, "page"> & { voice: View["voice"] }) {
  const voices = Object.entries(VOICE_WORDS) as [View["voice"], string][];
  return (
    <Choice
      name="Flags in"
      choices={voices.map(([value, words]) => ({
        words: words.toLowerCase(),
        href: linkTo(path, address, { voice: value === "outlet" ? null : value }),
        on: value === voice,
      }))}
    />
  );
}

interface ChoiceProps {
  name: string;
  choices: { words: string; href: string; on: boolean }[];
}

/** One of a few, in a line. */
function Choice({ name, choices }: ChoiceProps) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 text-small">
      <span className="py-1 text-ink3 touch:py-3">{name}:</span>
      {choices.map(({ words, href, on }) => (
        <ListLink
          key={words}
          href={href}
          current={on}
          className={`py-1 touch:py-3 ${on ? "font-semibold" : "text-ink2 underline decoration-rule underline-offset-4 hover:text-ink"}`}
        >
          {words}
        </ListLink>
      ))}
    </p>
  );
}

function Period({ path, page: { query, address } }: Pick<FacetsProps, "path" | "page">) {
  const key = `${query.from} ${query.to}`;
  const field = (name: "from" | "to", words: string) => (
    <label className="mt-2 block text-small text-ink2">
      {words}
      <input type="date" name={name} className="field mt-1" defaultValue={query[name] ?? ""} />
    </label>
  );
  return (
    <Section title="Period">
      <ListForm key={key} path={path} keep={addressOf(address, ["from", "to"])} label="Period">
        {field("from", "From")}
        {field("to", "To, included")}
        <button type="submit" className="control mt-3">
          Show
        </button>
      </ListForm>
    </Section>
  );
}
