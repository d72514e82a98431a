import type { RawParameters } from "../lib/view/view.ts";

/** The parameters of a page's address, each with its values: what a link keeps or changes. */
export type Address = Readonly<Record<string, readonly string[]>>;
/** New values by name; null takes a parameter away. */
export type AddressChange = Readonly<Record<string, string | readonly string[] | null>>;

/** A form without scripts sends its empty fields too: those ask for nothing. */
export function withoutEmpty(raw: RawParameters): Record<string, string | readonly string[]> {
  const given: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined) continue;
    const values = [value].flat().filter((text) => text.trim() !== "");
    if (values.length > 0) given[name] = typeof value === "string" ? value : values;
  }
  return given;
}

/** What links keep of the address: all but the parameters named. */
export function addressOf(raw: RawParameters, without: readonly string[]): Address {
  const kept: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined && !without.includes(name)) kept[name] = [value].flat();
  }
  return kept;
}

/**
 * Path and query of an address with changes.
 * @example linkTo("/sample/terms", { find: ["dam"] }, { sort: "1R" }) // "/sample/terms?find=dam&sort=1R"
 */
export function linkTo(path: string, address: Address, change: AddressChange = {}): string {
  const merged = { ...address, ...change };
  const query = Object.entries(merged).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => `${encode(name)}=${encode(text)}`),
  );
  return query.length > 0 ? `${path}?${query.join("&")}` : path;
}

// Commas and colons are legal in a query and read better than %2C.
const encode = (text: string) =>
  encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%20", "+");
