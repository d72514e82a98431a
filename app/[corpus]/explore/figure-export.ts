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

const SANS = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif";
const SERIF = "'Source Serif 4', Georgia, serif";
const PADDING = 20;
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
  const stage = document.createElement("div");
  // Tokens follow the nearest data-theme: inside the stage every computed colour is the light one.
  stage.dataset.theme = "light";
  stage.className = "pointer-events-none absolute -left-[10000px]";
  const copy = box.cloneNode(true) as HTMLElement;
  stage.append(copy);
  document.body.append(stage);
  try {
    const width = box.clientWidth + 2 * PADDING;
    const figure = element("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      width: String(width),
      "font-family": SANS,
    });
    const paint = getComputedStyle(stage);
    const colour = (name: string) => paint.getPropertyValue(name).trim();
    const text = (y: number, content: string, style: TextStyle) =>
      addText(figure, { y, width: width - 2 * PADDING, content, ...style });
    const ground = element("rect", { width: "100%", height: "100%", fill: colour("--paper") });
    figure.append(
      ground,
      element("rect", {
        x: String(PADDING),
        y: "12",
        width: String(width - 2 * PADDING),
        height: "3",
        fill: colour("--ink"),
      }),
    );
    let y = text(44, words.title, { size: 22, weight: 600, family: SERIF, fill: colour("--ink") });
    y = text(y + 4, words.subtitle, { size: 14, fill: colour("--ink2") });
    y = addNames(figure, words, { y: y + 8, width }, (slot) => ({
      line: colour(`--slot-${slot}`),
      text: colour(`--slot-${slot}-text`),
    }));
    y = addLayers(figure, copy, y);
    y = text(y + 24, words.note, { size: 13, fill: colour("--ink2") });
    y = text(y + 4, words.source, { size: 13, fill: colour("--ink3") });
    figure.setAttribute("height", String(Math.ceil(y)));
    figure.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(y)}`);
    return figure;
  } finally {
    stage.remove();
  }
}

function element(name: string, attributes: Record<string, string>): SVGElement & SVGSVGElement {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node as SVGElement & SVGSVGElement;
}

interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  family?: string;
}

function widthOf(
  words: string,
  { size, weight = 400, family = SANS }: Omit<TextStyle, "fill">,
): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return words.length * size * 0.55;
  pen.font = `${weight} ${size}px ${family}`;
  return pen.measureText(words).width;
}

/** Text broken into lines that fit, long addresses too; returns where the next line would begin. */
function addText(
  figure: SVGElement,
  text: TextStyle & { y: number; width: number; content: string },
): number {
  const fits = (line: string) => widthOf(line, text) <= text.width;
  const lines: string[] = [];
  for (const word of text.content
    .split(" ")
    .flatMap((one) => (fits(one) ? one : one.split(/(?<=[/&?])/)))) {
    const last = lines.at(-1);
    const joint = last === undefined || /[/&?]$/.test(last) ? "" : " ";
    if (last !== undefined && fits(last + joint + word))
      lines[lines.length - 1] = last + joint + word;
    else lines.push(word);
  }
  const height = Math.round(text.size * 1.35);
  lines.forEach((line, i) => {
    const row = element("text", {
      x: String(PADDING),
      y: String(text.y + i * height),
      "font-size": String(text.size),
      "font-weight": String(text.weight ?? 400),
      "font-family": text.family ?? SANS,
      fill: text.fill,
    });
    row.textContent = line;
    figure.append(row);
  });
  return text.y + lines.length * height;
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

export function svgBlob(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
}

/** A picture sees no font of the page, so that the two are put into it; without them it is drawn in the system's. */
async function embedFonts(svg: SVGSVGElement): Promise<void> {
  const faces = await Promise.all([
    embeddedFace(
      "Source Serif 4",
      getComputedStyle(document.querySelector("h1") ?? document.body).fontFamily,
    ),
    embeddedFace("Source Sans 3", getComputedStyle(document.body).fontFamily),
  ]);
  const style = element("style", {});
  style.textContent = faces.join("");
  svg.prepend(style);
}

/** The font file behind the first family of a list, as a rule of its own; empty where there is none. */
async function embeddedFace(name: string, families: string): Promise<string> {
  const wanted = families.split(",")[0]?.replace(/["']/g, "").trim();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      if (rule.style.getPropertyValue("font-family").replace(/["']/g, "") !== wanted) continue;
      const path = /url\(["']?([^"')]+)/.exec(rule.style.getPropertyValue("src"))?.[1];
      if (!path) continue;
      const file = await (await fetch(new URL(path, sheet.href ?? document.baseURI))).blob();
      return `@font-face{font-family:'${name}';font-weight:200 900;src:url(${await dataUrl(file)}) format('woff2')}`;
    }
  }
  return "";
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The font could not be read."));
    reader.readAsDataURL(blob);
  });
}

/** Drawn at 300 dpi for a width of 174 mm, the text width of a journal page. */
const PNG_WIDTH = 2055;

export async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
  await embedFonts(svg);
  const url = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = PNG_WIDTH / image.width;
    const canvas = document.createElement("canvas");
    canvas.width = PNG_WIDTH;
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** "framescope_figure_scare_quote_2021-01-01_2021-12-31.png". */
export function figureFileName(
  input: Pick<ExploreInput, "signal" | "range">,
  extension: string,
): string {
  const range = [input.range.from, input.range.to].filter(Boolean).join("_");
  return `framescope_figure_${input.signal.id}${range ? `_${range}` : ""}.${extension}`;
}
