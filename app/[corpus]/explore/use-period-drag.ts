"use client";

import { type PointerEvent, useRef, useState } from "react";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import { type Frame, indexAt } from "./geometry.ts";

type StripPointer = PointerEvent<SVGSVGElement>;

/** Dragging sets the period of the view, moving the crosshair; a click without a drag is told on, with its height in px. */
export function usePeriodDrag(frame: Frame, onClick: (index: number, y: number) => void) {
  const { figure, brush } = useExplore();
  const { setCrosshair } = useCrosshair();
  const drag = useRef<number | null>(null);
  const [dragged, setDragged] = useState<[number, number] | null>(null);

  const at = (event: StripPointer) =>
    indexAt(
      frame,
      figure.periods.length,
      event.clientX - event.currentTarget.getBoundingClientRect().left,
    );
  const start = (event: StripPointer) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = at(event);
  };
  const move = (event: StripPointer) => {
    const index = at(event);
    if (drag.current === null) setCrosshair({ index, slug: null });
    else if (index !== drag.current || dragged)
      setDragged([Math.min(index, drag.current), Math.max(index, drag.current)]);
  };
  const end = (event: StripPointer) => {
    drag.current = null;
    setDragged(null);
    const [from, to] = dragged
      ? [figure.periods[dragged[0]]?.start, figure.periods[dragged[1]]?.end]
      : [];
    if (from && to) brush(from, to);
    else onClick(at(event), event.clientY - event.currentTarget.getBoundingClientRect().top);
  };
  return {
    dragged,
    handlers: {
      onPointerDown: start,
      onPointerMove: move,
      onPointerUp: end,
      onPointerCancel: () => setDragged(null),
      onPointerLeave: () => drag.current === null && setCrosshair({ index: null, slug: null }),
    },
  };
}
