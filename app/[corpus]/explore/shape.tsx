/** An outlet's mark: slots repeat circle, square, triangle, diamond, so that colour is never alone. */
export function shapePath(slot: number, x: number, y: number, r: number): string {
  const p = (dx: number, dy: number) => `${(x + dx).toFixed(2)} ${(y + dy).toFixed(2)}`;
  switch ((slot - 1) % 4) {
    case 0:
      return `M${p(-r, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 1:
      return `M${p(-r * 0.9, -r * 0.9)}L${p(r * 0.9, -r * 0.9)}L${p(r * 0.9, r * 0.9)}L${p(-r * 0.9, r * 0.9)}Z`;
    case 2:
      return `M${p(0, -r * 1.15)}L${p(r * 1.1, r * 0.85)}L${p(-r * 1.1, r * 0.85)}Z`;
    default:
      return `M${p(0, -r * 1.25)}L${p(r * 1.25, 0)}L${p(0, r * 1.25)}L${p(-r * 1.25, 0)}Z`;
  }
}

/** The mark beside an outlet's name; hollow and grey without a slot. */
export function OutletMark({ slot, size = 12 }: { slot: number | undefined; size?: number }) {
  const centre = size / 2;
  return (
    <svg
      width={size}
      height={size}
      aria-hidden="true"
      className={slot ? `slot-${slot}` : "slot-none"}
    >
      {slot ? (
        <path d={shapePath(slot, centre, centre, size * 0.4)} fill="var(--line)" />
      ) : (
        <circle
          cx={centre}
          cy={centre}
          r={size * 0.36}
          fill="none"
          stroke="var(--rest)"
          strokeWidth={1.25}
        />
      )}
    </svg>
  );
}
