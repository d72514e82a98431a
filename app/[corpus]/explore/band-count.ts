/** Above this many points with a band the drawing gets slow; bands are then left off, and the note says so. */
const MOST_BANDED_POINTS = 4000;

/** How many of the outlets in colour get a band. */
export function bandCount(bands: string, coloured: number, periods: number): number {
  const wanted = bands === "none" ? 0 : bands === "all" ? coloured : Math.min(2, coloured);
  return wanted * periods > MOST_BANDED_POINTS ? 0 : wanted;
}
