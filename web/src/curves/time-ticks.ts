/** Room that one date needs, pixels. */
const roomForDate = 100;

/** Dates for the time axis, evenly spread, as many as fit; at least the first, middle and last. */
export function timeTicks(dates: readonly string[], width: number): Date[] {
  const count = Math.max(3, Math.floor(width / roomForDate));
  const last = dates.length - 1;
  const places = Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
  return [...new Set(places)].flatMap((place) => {
    const date = dates[place];
    return date === undefined ? [] : [new Date(`${date}T00:00:00Z`)];
  });
}
