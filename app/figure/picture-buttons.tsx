"use client";

import { useState } from "react";
import { pngBlob, svgBlob } from "./picture-files.ts";

interface PictureButtonsProps {
  /** Draws the figure; null where there is nothing to draw. */
  draw: () => SVGSVGElement | null;
  /** Without its ending. */
  fileName: string;
}

/** The figure as a PNG of 300 dpi, or as SVG with live text. */
export function PictureButtons({ draw, fileName }: PictureButtonsProps) {
  const [failed, setFailed] = useState(false);
  const save = async (extension: "png" | "svg") => {
    try {
      const svg = draw();
      if (!svg) return;
      download(extension === "svg" ? svgBlob(svg) : await pngBlob(svg), `${fileName}.${extension}`);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="control" onClick={() => save("png")}>
        PNG
      </button>
      <button type="button" className="control" onClick={() => save("svg")}>
        SVG
      </button>
      {failed && (
        <span role="alert" className="text-small text-failure">
          The picture could not be drawn. Try SVG.
        </span>
      )}
    </>
  );
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
