import { element } from "./drawing.ts";

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
