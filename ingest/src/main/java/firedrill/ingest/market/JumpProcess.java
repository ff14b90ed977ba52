package firedrill.ingest.market;

import static firedrill.ingest.market.MarketParameters.DOWN_JUMP_PROBABILITY;
import static firedrill.ingest.market.MarketParameters.SECONDS_PER_DAY;
import static firedrill.ingest.market.MarketParameters.UP_DOWN_JUMP_RATIO;

import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;

/**
 * Jumps of a price: at random moments, of double-exponential size (S. Kou, "A jump-diffusion model for option pricing",
 * Management Science 48, 2002). On average they leave the price where it is.
 *
 * @param ratePerSecond how many are expected
 * @param meanDownJump mean size of those that go down, logarithmic, below 1
 * @param compensatorPerSecond makes up for what jumps do on average
 */
record JumpProcess(double ratePerSecond, double meanDownJump, double compensatorPerSecond) {

    /** Draws of the jump streams, repeated for each channel. */
    private enum JumpDraw implements DrawIndex {
        OCCURRENCE(0),
        DIRECTION(1),
        SIZE(2);

        private final long index;

        JumpDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }

        @Override
        public long repetitions() {
            return UNBOUNDED;
        }

        @Override
        public long stride() {
            return 3;
        }
    }

    /** Jumps of this law. */
    static JumpProcess of(double perDay, double meanDown) {
        double perSecond = perDay / SECONDS_PER_DAY;
        double growth = (1 - DOWN_JUMP_PROBABILITY) / (1 - UP_DOWN_JUMP_RATIO * meanDown)
                + DOWN_JUMP_PROBABILITY / (1 + meanDown)
                - 1;
        return new JumpProcess(perSecond, meanDown, -perSecond * growth);
    }

    /** The logarithmic return of a second; {@code channel} tells apart the jumps of several prices. */
    double logReturn(long second, RandomStream draws, int channel) {
        if (!draws.bernoulli(ratePerSecond, second, JumpDraw.OCCURRENCE, channel)) {
            return compensatorPerSecond;
        }
        boolean isDown = draws.bernoulli(DOWN_JUMP_PROBABILITY, second, JumpDraw.DIRECTION, channel);
        double mean = isDown ? -meanDownJump : UP_DOWN_JUMP_RATIO * meanDownJump;
        return compensatorPerSecond + draws.exponential(mean, second, JumpDraw.SIZE, channel);
    }
}
