// How much the longest bar of the bill stands for.
const OUTLIER = 3;

/**
 * The largest cost that is not more than three times the next one below it, so that one catastrophe does not shrink
 * the others to nothing; the bars above it are cut.
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
