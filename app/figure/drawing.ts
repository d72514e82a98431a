/** What figures are drawn with as files: SVG with live text in light colours, whatever the page shows. */

const SANS = "'Source Sans 3', 'Source Sans Pro', Arial, sans-serif";
export const SERIF = "'Source Serif 4', Georgia, serif";
export const PADDING = 20;

/** A colour token ("--ink") as it is in light colours. */
export type Colour = (token: string) => string;

/**
 * Draws with the light colours. `stage` stands in the document while `draw` runs, out of sight: what is put into it
 * computes its styles in light colours too.
 */
export function inLight<T>(draw: (colour: Colour, stage: HTMLElement) => T): T {
  const stage = document.createElement("div");
  // Tokens follow the nearest data-theme: inside the stage every computed colour is the light one.
  stage.dataset.theme = "light";
  stage.className = "pointer-events-none absolute -left-[10000px]";
  document.body.append(stage);
  try {
    const paint = getComputedStyle(stage);
    return draw((token) => paint.getPropertyValue(token).trim(), stage);
  } finally {
    stage.remove();
  }
}

/** A figure of a width with its ground and the rule above it. */
export function startFigure(width: number, colour: Colour): SVGSVGElement {
  const figure = element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: String(width),
    "font-family": SANS,
  });
  figure.append(
    element("rect", { width: "100%", height: "100%", fill: colour("--paper") }),
    element("rect", {
      x: String(PADDING),
      y: "12",
      width: String(width - 2 * PADDING),
      height: "3",
      fill: colour("--ink"),
    }),
  );
  return figure;
}

/** Says how high the figure became. */
export function endFigure(figure: SVGSVGElement, width: number, height: number): SVGSVGElement {
  figure.setAttribute("height", String(Math.ceil(height)));
  figure.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(height)}`);
  return figure;
}

export function element(
  name: string,
  attributes: Record<string, string>,
): SVGElement & SVGSVGElement {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node as SVGElement & SVGSVGElement;
}

export interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  family?: string;
}

/** Width of words in CSS pixels. */
export function widthOf(
  words: string,
  { size, weight = 400, family = SANS }: Omit<TextStyle, "fill">,
): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return words.length * size * 0.55;
  pen.font = `${weight} ${size}px ${family}`;
  return pen.measureText(words).width;
}

/** Text broken into lines that fit, long addresses too; returns where the next line would begin. */
export function addText(
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
