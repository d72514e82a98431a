import {
  addText,
  element,
  endFigure,
  inLight,
  PADDING,
  SERIF,
  startFigure,
  type TextStyle,
  widthOf,
} from "../../figure/drawing.ts";
import type { ExploreInput } from "./explore-state.tsx";
import { shapePath } from "./shape.tsx";

/** The words that go into the file beside the drawing: the file is the figure as it stands on the page. */
export interface FigureWords {
  title: string;
  subtitle: string;
  names: { name: string; slot: number }[];
  note: string;
  source: string;
}

const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/**
 * The figure as one SVG with live text, in light colours: title, filter sentence, plot, coverage strip, note and source.
 * `box` is the chart's element; what is for the screen alone (crosshair, chosen point) is left out.
 */
export function figureSvg(box: HTMLElement, words: FigureWords): SVGSVGElement {
  return inLight((colour, stage) => {
    const copy = box.cloneNode(true) as HTMLElement;
    stage.append(copy);
    const width = box.clientWidth + 2 * PADDING;
    const figure = startFigure(width, colour);
    const text = (y: number, content: string, style: TextStyle) =>
      addText(figure, { y, width: width - 2 * PADDING, content, ...style });
    let y = text(44, words.title, { size: 22, weight: 600, family: SERIF, fill: colour("--ink") });
    y = text(y + 4, words.subtitle, { size: 14, fill: colour("--ink2") });
    y = addNames(figure, words, { y: y + 8, width }, (slot) => ({
      line: colour(`--slot-${slot}`),
      text: colour(`--slot-${slot}-text`),
    }));
    y = addLayers(figure, copy, y);
    y = text(y + 24, words.note, { size: 13, fill: colour("--ink2") });
    y = text(y + 4, words.source, { size: 13, fill: colour("--ink3") });
    return endFigure(figure, width, y);
  });
}

/** Where the plot has no names at its line ends they stand above it, each with its outlet's mark. */
function addNames(
  figure: SVGElement,
  words: FigureWords,
  place: { y: number; width: number },
  colours: (slot: number) => { line: string; text: string },
): number {
  if (words.names.length === 0) return place.y;
  let x = PADDING;
  let y = place.y + 6;
  for (const { name, slot } of words.names) {
    const wide = 18 + widthOf(name, { size: 13, weight: 600 }) + 20;
    if (x > PADDING && x + wide > place.width) {
      x = PADDING;
      y += 20;
    }
    const { line, text } = colours(slot);
    figure.append(element("path", { d: shapePath(slot, x + 6, y - 1, 5), fill: line }));
    const label = element("text", {
      x: String(x + 18),
      y: String(y + 4),
      "font-size": "13",
      "font-weight": "600",
      fill: text,
    });
    label.textContent = name;
    figure.append(label);
    x += wide;
  }
  return y + 16;
}

/** The drawings of the chart, each where it stands on the page; recharts' own is the one inside its wrapper. */
function addLayers(figure: SVGElement, copy: HTMLElement, top: number): number {
  const plot = copy.querySelector<SVGSVGElement>(".recharts-wrapper > svg");
  const layer = (name: string) => copy.querySelector<SVGSVGElement>(`svg[data-layer=${name}]`);
  const height = Number(layer("rest")?.getAttribute("height") ?? 0);
  for (const svg of [layer("rest"), plot, layer("marks")]) if (svg) place(figure, svg, top);
  const strip = layer("strip");
  if (!strip) return top + height;
  place(figure, strip, top + height + 12);
  return top + height + 12 + Number(strip.getAttribute("height"));
}

function place(figure: SVGElement, svg: SVGSVGElement, y: number): void {
  for (const screenOnly of svg.querySelectorAll("[data-screen-only]")) screenOnly.remove();
  const nodes = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const computed = nodes.map((node) => {
    const style = getComputedStyle(node);
    return STYLES.map((name) => [name, style.getPropertyValue(name)] as const);
  });
  nodes.forEach((node, i) => {
    for (const [name, value] of computed[i] ?? [])
      if (value && value !== "none") node.setAttribute(name, value);
    node.removeAttribute("class");
    node.removeAttribute("style");
  });
  svg.setAttribute("x", String(PADDING));
  svg.setAttribute("y", String(y));
  svg.setAttribute("overflow", "visible");
  figure.append(svg);
}

/** "framescope_figure_scare_quote_2021-01-01_2021-12-31", without an ending. */
export function figureFileName(input: Pick<ExploreInput, "signal" | "range">): string {
  const range = [input.range.from, input.range.to].filter(Boolean).join("_");
  return `framescope_figure_${input.signal.id}${range ? `_${range}` : ""}`;
}
