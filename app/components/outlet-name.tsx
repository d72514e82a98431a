import type { OutletInfo } from "../../lib/queries/metrics-types.ts";
import { OutletMark } from "../[corpus]/explore/shape.tsx";

interface OutletNameProps {
  outlet: Pick<OutletInfo, "name" | "slot">;
  className?: string;
}

/** An outlet in a row: its shape and its name in its colour, cut where the cell ends. */
export function OutletName({ outlet: { name, slot }, className = "" }: OutletNameProps) {
  return (
    <span className={`flex min-w-0 items-center gap-1.5 ${className}`}>
      <span className="shrink-0">
        <OutletMark slot={slot ?? undefined} size={11} />
      </span>
      <span className={`truncate ${slot ? `slot-${slot} slot-text` : "text-ink2"}`} title={name}>
        {name}
      </span>
    </span>
  );
}
