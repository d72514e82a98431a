import { describe, expect, it } from "vitest";
import { defaultSlots, readSlots, toggleSlot, writeSlots } from "./slots.ts";

const outlet = (slug: string, articles: number, slot: number | null = null) => ({
  slug,
  name: slug,
  articles,
  slot,
});
const outlets = [
  outlet("a", 5),
  outlet("b", 50),
  outlet("c", 40),
  outlet("d", 30, 1),
  outlet("e", 1),
];

describe("outlets in colour", () => {
  it("are the three with most articles, each in the slot stored with it", () => {
    expect(defaultSlots(outlets)).toEqual({ b: 1, c: 2, d: 3 });
    expect(defaultSlots([outlet("a", 9, 7), outlet("b", 8)])).toEqual({ a: 7, b: 1 });
  });
  it("keep their slots while others come and go", () => {
    const without = toggleSlot({ b: 1, c: 2, d: 3 }, outlet("b", 50));
    expect(without).toEqual({ c: 2, d: 3 });
    expect(toggleSlot(without ?? {}, outlet("e", 1))).toEqual({ c: 2, d: 3, e: 1 });
  });
  it("are ten at most", () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`o${i}`, i + 1]));
    expect(toggleSlot(ten, outlet("more", 1))).toBeNull();
  });
  it("read back from the address what was written to it", () => {
    const slots = { b: 4, c: 2 };
    expect(readSlots(writeSlots(slots), outlets)).toEqual(slots);
    expect(readSlots(writeSlots({}), outlets)).toEqual({});
    expect(readSlots("b:4,zz:1,c:4,d:99,<script>", outlets)).toEqual({ b: 4 });
  });
});
