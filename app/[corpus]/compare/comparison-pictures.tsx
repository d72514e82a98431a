"use client";

import { PictureButtons } from "../../figure/picture-buttons.tsx";
import { type ComparisonFigure, comparisonSvg } from "./comparison-figure.ts";

/** The table's dots, intervals and words as a picture. */
export function ComparisonPictures({
  figure,
  fileName,
}: {
  figure: ComparisonFigure;
  fileName: string;
}) {
  return (
    <PictureButtons draw={() => comparisonSvg(figure, window.location.href)} fileName={fileName} />
  );
}
