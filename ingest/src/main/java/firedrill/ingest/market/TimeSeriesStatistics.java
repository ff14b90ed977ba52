package firedrill.ingest.market;

/** Statistics of time series that are not constant. */
final class TimeSeriesStatistics {

    private TimeSeriesStatistics() {}

    /** Fourth moment about the mean over the square of the second; 3 for a Gaussian. */
    static double kurtosis(double[] values) {
        double mean = mean(values);
        double second = 0;
        double fourth = 0;
        for (double value : values) {
            double square = (value - mean) * (value - mean);
            second += square;
            fourth += square * square;
        }
        return fourth * values.length / (second * second);
    }

    /** Autocorrelation at this lag, in [-1, 1]. */
    static double autocorrelation(double[] values, int lag) {
        double mean = mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            if (i + lag < values.length) {
                products += (values[i] - mean) * (values[i + lag] - mean);
            }
        }
        return products / squares;
    }

    /** Pearson's correlation, in [-1, 1]. */
    static double correlation(double[] first, double[] second) {
        double meanFirst = mean(first);
        double meanSecond = mean(second);
        double products = 0;
        double squaresFirst = 0;
        double squaresSecond = 0;
        for (int i = 0; i < first.length; i++) {
            products += (first[i] - meanFirst) * (second[i] - meanSecond);
            squaresFirst += (first[i] - meanFirst) * (first[i] - meanFirst);
            squaresSecond += (second[i] - meanSecond) * (second[i] - meanSecond);
        }
        return products / Math.sqrt(squaresFirst * squaresSecond);
    }

    /** Sum of each block of this length; an incomplete last block is dropped. */
    static double[] blockSums(double[] values, int block) {
        double[] sums = new double[values.length / block];
        for (int i = 0; i < sums.length * block; i++) {
            sums[i / block] += values[i];
        }
        return sums;
    }

    /** Root of the sum of squares of each block: the realised volatility of returns. */
    static double[] rootSumsOfSquares(double[] values, int block) {
        double[] roots = new double[values.length / block];
        for (int i = 0; i < roots.length * block; i++) {
            roots[i / block] += values[i] * values[i];
        }
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(roots[i]);
        }
        return roots;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
