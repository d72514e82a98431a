/** Which outlets stand in colour, and in which slot (1 to 10: colour and shape). */
export type Slots = Readonly<Record<string, number>>;

const MOST_SLOTS = 10;
const DEFAULT_IN_COLOUR = 3;

interface Ranked {
  slug: string;
  name: string;
  slot: number | null;
  articles: number;
}

function freeSlot(taken: readonly number[], wished: number | null): number | null {
  if (wished !== null && !taken.includes(wished)) return wished;
  for (let slot = 1; slot <= MOST_SLOTS; slot++) if (!taken.includes(slot)) return slot;
  return null;
}

/** The three outlets with most articles in the corpus, each in its own slot where it has one. */
export function defaultSlots(outlets: readonly Ranked[]): Slots {
  const first = [...outlets]
    .sort((a, b) => b.articles - a.articles || a.name.localeCompare(b.name, "en"))
    .slice(0, DEFAULT_IN_COLOUR);
  const slots: Record<string, number> = {};
  for (const outlet of first) {
    const slot = freeSlot(Object.values(slots), outlet.slot);
    if (slot !== null) slots[outlet.slug] = slot;
  }
  return slots;
}

/** Turns an outlet's colour on or off; null where all ten slots are taken. */
export function toggleSlot(slots: Slots, outlet: Ranked): Slots | null {
  if (slots[outlet.slug] !== undefined) {
    return Object.fromEntries(Object.entries(slots).filter(([slug]) => slug !== outlet.slug));
  }
  const slot = freeSlot(Object.values(slots), outlet.slot);
  return slot === null ? null : { ...slots, [outlet.slug]: slot };
}

/** "velmora-herald:1,tarnwick-post:2", or "none" for all in grey. */
export function writeSlots(slots: Slots): string {
  const entries = Object.entries(slots).sort((a, b) => a[1] - b[1]);
  return entries.length === 0 ? "none" : entries.map(([slug, slot]) => `${slug}:${slot}`).join(",");
}

/** Reads what writeSlots wrote; outlets that are not in view and slots that are no slots are left out. */
export function readSlots(text: string, outlets: readonly Ranked[]): Slots {
  const slots: Record<string, number> = {};
  for (const entry of text.split(",")) {
    const at = entry.lastIndexOf(":");
    const slug = entry.slice(0, at);
    const slot = Number(entry.slice(at + 1));
    const known = outlets.some((outlet) => outlet.slug === slug);
    const usable = Number.isInteger(slot) && slot >= 1 && slot <= MOST_SLOTS;
    if (known && usable && !Object.values(slots).includes(slot)) slots[slug] = slot;
  }
  return slots;
}
