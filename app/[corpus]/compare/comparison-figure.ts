import {
  addText,
  type Colour,
  element,
  endFigure,
  inLight,
  PADDING,
  SERIF,
  startFigure,
  type TextStyle,
} from "../../figure/drawing.ts";
import { shapePath } from "../explore/shape.tsx";

/** An outlet's row of the figure: what is drawn, and the words beside it. */
export interface FigureRow {
  name: string;
  slot: number;
  /** Per 1,000 words; null where there are no words. */
  rate: number | null;
  low: number | null;
  high: number | null;
  /** Too few articles: hollow and grey, without an interval. */
  thin: boolean;
  /** "4.1 (3.2 to 5.0)". */
  value: string;
  /** "twice as often (1.6 to 2.5), p 0.02"; empty for the reference. */
  said: string;
}

export interface ComparisonFigure {
  title: string;
  subtitle: string;
  signals: { title: string; rows: FigureRow[] }[];
  ticks: readonly number[];
  note: string;
  source: string;
}

const WIDTH = 1040;
const ROW = 24;
const PLOT = { from: 250, to: 560 };
const VALUE = 590;
const SAID = 740;

/** The comparison as one SVG with live text, in light colours: what the page's table shows, ready to print. */
export function comparisonSvg(data: ComparisonFigure, address: string): SVGSVGElement {
  return inLight((colour) => {
    const figure = startFigure(WIDTH, colour);
    const text = (y: number, content: string, style: TextStyle) =>
      addText(figure, { y, width: WIDTH - 2 * PADDING, content, ...style });
    let y = text(44, data.title, { size: 22, weight: 600, family: SERIF, fill: colour("--ink") });
    y = text(y + 4, data.subtitle, { size: 14, fill: colour("--ink2") }) + 12;
    const top = y;
    const plot = element("g", {});
    for (const { title, rows } of data.signals) {
      write(plot, PADDING, y + 5, title, { size: 15, weight: 600, fill: colour("--ink") });
      y += ROW;
      for (const row of rows) {
        drawRow(plot, row, { y, max: data.ticks.at(-1) ?? 1 }, colour);
        y += ROW;
      }
      y += 10;
    }
    figure.append(axis(data.ticks, { top, bottom: y }, colour), plot);
    y = text(y + 62, data.note, { size: 13, fill: colour("--ink2") });
    y = text(y + 4, `${data.source} ${address}`, { size: 13, fill: colour("--ink3") });
    return endFigure(figure, WIDTH, y);
  });
}

function write(parent: SVGElement, x: number, y: number, content: string, style: TextStyle): void {
  const node = element("text", {
    x: String(x),
    y: String(y),
    "font-size": String(style.size),
    "font-weight": String(style.weight ?? 400),
    fill: style.fill,
  });
  node.textContent = content;
  parent.append(node);
}

const place = (value: number, max: number) =>
  PLOT.from + ((PLOT.to - PLOT.from) * Math.min(value, max)) / max;

function axis(
  ticks: readonly number[],
  { top, bottom }: { top: number; bottom: number },
  colour: Colour,
): SVGElement {
  const group = element("g", {});
  const max = ticks.at(-1) ?? 1;
  for (const tick of ticks) {
    const x = String(place(tick, max));
    const stroke = tick === 0 ? colour("--ink") : colour("--rule");
    group.append(element("line", { x1: x, x2: x, y1: String(top), y2: String(bottom), stroke }));
    const label = element("text", {
      x,
      y: String(bottom + 16),
      "font-size": "13",
      "text-anchor": "middle",
      fill: colour("--ink2"),
    });
    label.textContent = String(tick);
    group.append(label);
  }
  write(group, PLOT.from, bottom + 34, "per 1,000 words", { size: 13, fill: colour("--ink3") });
  return group;
}

function drawRow(
  plot: SVGElement,
  row: FigureRow,
  { y, max }: { y: number; max: number },
  colour: Colour,
): void {
  const { name, slot, rate, low, high, thin } = row;
  const line = thin ? colour("--rest") : colour(`--slot-${slot}`);
  plot.append(
    element("path", {
      d: shapePath(slot, PADDING + 6, y, 5),
      fill: colour(`--slot-${slot}`),
    }),
  );
  const fill = colour(`--slot-${slot}-text`);
  write(plot, PADDING + 18, y + 5, cutName(name), { size: 13, weight: 600, fill });
  write(plot, VALUE, y + 5, row.value, { size: 13, fill: colour("--ink") });
  write(plot, SAID, y + 5, row.said, { size: 13, fill: colour("--ink") });
  if (!thin && low !== null && high !== null) {
    const [from, to] = [place(low, max), place(high, max)].map(String) as [string, string];
    const at = String(y);
    plot.append(
      element("line", { x1: from, x2: to, y1: at, y2: at, stroke: line, "stroke-width": "2.25" }),
    );
    // The axis may end before the interval does.
    if (high > max)
      plot.append(element("path", { d: `M${PLOT.to - 6} ${y - 5}l7 5l-7 5Z`, fill: line }));
  }
  if (rate === null) return;
  const x = place(rate, max);
  plot.append(
    thin
      ? element("circle", {
          cx: String(x),
          cy: String(y),
          r: "4.5",
          fill: colour("--paper"),
          stroke: line,
        })
      : element("path", { d: shapePath(slot, x, y, 5.5), fill: line, stroke: colour("--paper") }),
  );
}

/** A name that fits before the plot. */
const cutName = (name: string) => (name.length > 29 ? `${name.slice(0, 28)}…` : name);
