import type { Field, Mapping } from "../../../lib/import/mapping.ts";

/** The fields as the page names them, in the order of the list. */
export const FIELD_WORDS: Record<Field, string> = {
  outlet: "Outlet",
  date: "Published",
  time: "Time",
  headline: "Headline",
  teaser: "Teaser",
  body: "Body",
  url: "URL",
  author: "Author",
  language: "Language",
  id: "Id of the source",
};

/** What a column becomes: a field, an attribute, or nothing. */
export type Choice = Field | "attribute" | "ignore";

export function choiceOf(mapping: Mapping, column: string): Choice {
  const field = Object.entries(mapping.columns).find(([, name]) => name === column)?.[0] as
    | Field
    | undefined;
  return field ?? (mapping.ignored.includes(column) ? "ignore" : "attribute");
}

/** The mapping with a column's new choice; a field that another column had moves over. */
export function withChoice(mapping: Mapping, column: string, choice: Choice): Mapping {
  const columns: Mapping["columns"] = {};
  for (const [field, name] of Object.entries(mapping.columns) as [Field, string][]) {
    if (name !== column && field !== choice) columns[field] = name;
  }
  const ignored = mapping.ignored.filter((name) => name !== column);
  if (choice === "ignore") ignored.push(column);
  else if (choice !== "attribute") columns[choice] = column;
  return { ...mapping, columns, ignored };
}
