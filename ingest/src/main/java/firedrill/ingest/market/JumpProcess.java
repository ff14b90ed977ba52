package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.JumpParameters;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.Repeated;

/**
 * Jumps of a price: at random moments, of double-exponential size (S. Kou, "A jump-diffusion model for option pricing",
 * Management Science 48, 2002). The compensator keeps the expected price constant.
 *
 * @param ratePerSecond expected jumps per second
 * @param downProbability probability that a jump goes down
 * @param meanDownJump mean size of a jump down, logarithmic, below 1
 * @param meanUpJump mean size of a jump up, logarithmic, below 1
 * @param compensatorPerSecond drift that offsets the mean effect of the jumps, logarithmic
 */
record JumpProcess(
        double ratePerSecond,
        double downProbability,
        double meanDownJump,
        double meanUpJump,
        double compensatorPerSecond) {

    /** Draws of the jump streams, repeated for each channel. */
    @Repeated
    private enum JumpDraw implements DrawIndex {
        OCCURRENCE,
        DIRECTION,
        SIZE;

        @Override
        public long index() {
            return ordinal();
        }

        @Override
        public long stride() {
            return 3;
        }
    }

    static JumpProcess of(JumpParameters parameters, double jumpsPerDay, double meanDownJump) {
        double perSecond = jumpsPerDay / MarketParameters.SECONDS_PER_DAY;
        double down = parameters.downProbability();
        double meanUpJump = parameters.upDownRatio() * meanDownJump;
        double growth = (1 - down) / (1 - meanUpJump) + down / (1 + meanDownJump) - 1;
        return new JumpProcess(perSecond, down, meanDownJump, meanUpJump, -perSecond * growth);
    }

    /** The logarithmic return of a second; prices that share a stream have different channels. */
    double logReturn(long second, RandomStream draws, int channel) {
        if (!draws.bernoulli(ratePerSecond, second, JumpDraw.OCCURRENCE, channel)) {
            return compensatorPerSecond;
        }
        boolean isDown = draws.bernoulli(downProbability, second, JumpDraw.DIRECTION, channel);
        double mean = isDown ? -meanDownJump : meanUpJump;
        return compensatorPerSecond + draws.exponential(mean, second, JumpDraw.SIZE, channel);
    }
}
