// The scale of the bars of the bill.
const OUTLIER = 3;

/**
 * The largest cost that is at most three times the next smaller one, so that one outlier leaves the other bars
 * readable; bars above it are cut.
 */
export function scale(costs) {
  const known = costs.filter(cost => cost > 0).sort((a, b) => a - b);
  let longest = known[0] ?? 1;
  for (const cost of known.slice(1)) {
    if (cost > OUTLIER * longest) {
      break;
    }
    longest = cost;
  }
  return longest;
}
