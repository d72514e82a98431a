"use client";

import { useRouter, useSearchParams } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from "react";
import { toQueryString } from "../../../lib/view/query-string.ts";
import type { View } from "../../../lib/view/view.ts";
import type { SignalWords } from "../../view-words.ts";
import {
  type FigureData,
  type FigureSeries,
  type PackedSeries,
  unpackSeries,
} from "./figure-data.ts";
import { LAST_VIEW } from "./last-view.ts";
import { defaultSlots, readSlots, type Slots, toggleSlot, writeSlots } from "./slots.ts";
import { useBrush } from "./use-brush.ts";

/** What the server gives a view's page: data and words, everything else is derived. */
export interface ExploreInput {
  corpus: { slug: string; title: string; sample: boolean };
  /** The view as asked for; links change it. */
  view: View;
  figure: Omit<FigureData, "series"> & { series: PackedSeries[] };
  /** The signal that is drawn, of those of the view, and the label that is counted of it. */
  signal: SignalWords;
  label: string;
  signals: SignalWords[];
  title: string;
  subtitle: string;
  range: { from: string | null; to: string | null };
  granularityReason: string | null;
  codebook: string;
  engineVersion: string;
  pendingArticles: number;
  /** The chosen point, if any. */
  at: { slug: string; index: number } | null;
  /** Parameters beside the view that links keep: show, sort. */
  extra: Record<string, string>;
  /** Colours set by the page around the chart (as writeSlots writes them); else the address has them. */
  colour?: string;
}

export type Bands = "colour" | "all" | "none";

interface ExploreState extends Omit<ExploreInput, "figure"> {
  figure: FigureData;
  slots: Slots;
  /** Outlets in colour by slot, then all others by name. */
  coloured: FigureSeries[];
  others: FigureSeries[];
  toggle: (slug: string) => void;
  clearColours: () => void;
  /** The outlet that waits for a slot while all ten are taken. */
  waiting: FigureSeries | null;
  bands: Bands;
  setBands: (bands: Bands) => void;
  /** The address of a changed view; colours stay. */
  href: (change: Partial<View>, extra?: Record<string, string>) => string;
  navigate: (href: string) => void;
  /** Shows a period that was chosen on the chart; z takes it back. */
  brush: (from: string, to: string) => void;
  pending: boolean;
}

export interface Crosshair {
  index: number | null;
  /** The outlet under the pointer or the keys, or null for all in colour. */
  slug: string | null;
}

interface CrosshairState {
  crosshair: Crosshair;
  setCrosshair: (crosshair: Crosshair) => void;
}

const ExploreContext = createContext<ExploreState | null>(null);
const CrosshairContext = createContext<CrosshairState | null>(null);

/** The view that is shown. @throws Error outside an ExploreProvider */
export function useExplore(): ExploreState {
  const state = useContext(ExploreContext);
  if (!state) throw new Error("useExplore needs an ExploreProvider above it.");
  return state;
}

/** What the pointer or the keys stand at. @throws Error outside an ExploreProvider */
export function useCrosshair(): CrosshairState {
  const state = useContext(CrosshairContext);
  if (!state) throw new Error("useCrosshair needs an ExploreProvider above it.");
  return state;
}

/** Parameters that change in the page alone: the address follows, so that a link, a reload and going back show the same. */
function writeParameter(name: string, value: string | null) {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  const text = url.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  window.history.replaceState(null, "", text);
}

function useSlots(series: FigureSeries[], colour: string | null) {
  const [waiting, setWaiting] = useState<FigureSeries | null>(null);
  const slots = useMemo(
    () => (colour === null ? defaultSlots(series) : readSlots(colour, series)),
    [colour, series],
  );
  const write = useCallback((next: Slots) => {
    setWaiting(null);
    writeParameter("colour", writeSlots(next));
  }, []);
  const toggle = useCallback(
    (slug: string) => {
      const outlet = series.find((one) => one.slug === slug);
      if (!outlet) return;
      const next = toggleSlot(slots, outlet);
      if (next === null) setWaiting(outlet);
      else if (waiting && slots[slug] !== undefined) write(toggleSlot(next, waiting) ?? next);
      else write(next);
    },
    [series, slots, waiting, write],
  );
  return { slots, toggle, clear: useCallback(() => write({}), [write]), waiting };
}

const BANDS: readonly string[] = ["colour", "all", "none"] satisfies Bands[];

function useBands(asked: string | null) {
  const bands = BANDS.includes(asked ?? "") ? (asked as Bands) : "colour";
  const setBands = useCallback(
    (next: Bands) => writeParameter("bands", next === "colour" ? null : next),
    [],
  );
  return { bands, setBands };
}

/** The address of a changed view, and the way there. */
function useViewLinks(input: ExploreInput, colour: string | null, bands: Bands) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const navigate = useCallback(
    (href: string) => startTransition(() => router.push(href, { scroll: false })),
    [router],
  );
  const href = useCallback(
    (change: Partial<View>, extra: Record<string, string> = {}) => {
      const beside = {
        ...input.extra,
        ...(colour === null ? {} : { colour }),
        ...(bands === "colour" ? {} : { bands }),
        ...extra,
      };
      const query = toQueryString({ ...input.view, ...change }, beside);
      return `/${input.corpus.slug}/explore${query ? `?${query}` : ""}`;
    },
    [input, colour, bands],
  );
  return { href, navigate, pending };
}

function partByColour(series: FigureSeries[], slots: Slots) {
  const coloured = series.filter(({ slug }) => slots[slug] !== undefined);
  coloured.sort((a, b) => (slots[a.slug] ?? 0) - (slots[b.slug] ?? 0));
  const others = series.filter(({ slug }) => slots[slug] === undefined);
  return { coloured, others };
}

/** All that follows from what the server gave and from the address. */
function useExploreState(input: ExploreInput): ExploreState {
  const address = useSearchParams();
  const colour = input.colour ?? address.get("colour");
  const { bands, setBands } = useBands(address.get("bands"));
  const figure = useMemo(
    (): FigureData => ({ ...input.figure, series: input.figure.series.map(unpackSeries) }),
    [input.figure],
  );
  const { slots, toggle, clear, waiting } = useSlots(figure.series, colour);
  const { href, navigate, pending } = useViewLinks(input, colour, bands);
  const showPeriod = useCallback(
    (period: Pick<View, "from" | "to">) => navigate(href(period, { at: "" })),
    [navigate, href],
  );
  const brush = useBrush(input.view, showPeriod);
  return useMemo((): ExploreState => {
    const outlets = partByColour(figure.series, slots);
    const all = { ...input, figure, slots, ...outlets, toggle, clearColours: clear, waiting };
    return { ...all, bands, setBands, href, navigate, brush, pending };
  }, [
    input,
    figure,
    slots,
    toggle,
    clear,
    waiting,
    bands,
    setBands,
    href,
    navigate,
    brush,
    pending,
  ]);
}

/** Gives the view, what is derived from it, and the crosshair to the figure and all that stands around it. */
export function ExploreProvider({ input, children }: { input: ExploreInput; children: ReactNode }) {
  const state = useExploreState(input);
  // The way back from an article leads to this very view.
  useEffect(() => {
    sessionStorage.setItem(LAST_VIEW, window.location.pathname + window.location.search);
  });
  return (
    <ExploreContext.Provider value={state}>
      <CrosshairProvider>{children}</CrosshairProvider>
    </ExploreContext.Provider>
  );
}

/** Apart from the rest, because it changes with every move of the pointer. */
function CrosshairProvider({ children }: { children: ReactNode }) {
  const { at, figure } = useExplore();
  const [crosshair, setCrosshair] = useState<Crosshair>({ index: null, slug: null });
  // A new view has other periods: what was under the pointer is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figure is the trigger
  useEffect(() => setCrosshair({ index: null, slug: null }), [figure]);
  const value = useMemo(() => {
    // Without a pointer the crosshair stands at the chosen point; -1 hides it (a picture is being made).
    const hidden = crosshair.index === -1;
    const atRest = crosshair.index === null && at ? { index: at.index, slug: at.slug } : crosshair;
    return { crosshair: hidden ? { index: null, slug: null } : atRest, setCrosshair };
  }, [crosshair, at]);
  return <CrosshairContext.Provider value={value}>{children}</CrosshairContext.Provider>;
}
