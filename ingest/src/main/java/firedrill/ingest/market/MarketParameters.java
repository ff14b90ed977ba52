package firedrill.ingest.market;

/**
 * What is assumed of the market. Sources stand in {@code reference/domain.md}, sections 2 and 9; a number without one is an
 * assumption. The volatilities, jumps and branching ratios of the regimes stand in {@link Regime}.
 *
 * <p>Shares are in [0, 1]; moves of a price are logarithmic.
 */
final class MarketParameters {

    static final double SECONDS_PER_DAY = 86_400;
    static final double SECONDS_PER_YEAR = 365 * SECONDS_PER_DAY;

    // Volatility within a regime. Three components, renewed at random after about so many minutes, give a memory that
    // decays slowly at every horizon (Calvet and Fisher, "How to forecast long-run volatility", 2004).
    static final double[] VOLATILITY_COMPONENT_MINUTES = {15, 120, 1_440};
    /** Standard deviation of the logarithm of each component. */
    static final double VOLATILITY_COMPONENT_SIGMA = 0.25;
    /** By how much the logarithm of volatility rises when the price has lost one usual hour's standard deviation. */
    static final double LEVERAGE_EFFECT = 0.10;

    static final double LEVERAGE_EFFECT_MINUTES = 120;
    static final double MIN_VOLATILITY_FACTOR = 0.4;
    static final double MAX_VOLATILITY_FACTOR = 2.5;

    // Jumps: double exponential (Kou, "A jump-diffusion model for option pricing", 2002). More and larger ones go down,
    // which gives the negative skew of real returns; the drift makes up for it.
    static final double DOWN_JUMP_PROBABILITY = 0.55;
    /** Mean of a jump up, as a share of the mean of a jump down. */
    static final double UP_DOWN_JUMP_RATIO = 0.8;

    // Arrivals of orders. 13 trades a minute, episodes of 200, decay of 10 minutes (MtGox, domain.md 2.1).
    static final double TRADES_PER_SECOND = 13 / 60.0;
    static final double EXCITATION_DECAY_SECONDS = 600;
    /** Of the logarithm of the size of a trade, whose mean is 1: how many others it calls. */
    static final double MARK_SIGMA = 1.2;

    static final double MAX_MARK = 30;
    /** Part of the spontaneous orders that comes whatever the price does; the rest grows with the size of its moves. */
    static final double PRICE_INSENSITIVE_SHARE = 0.6;
    /** Spontaneous orders in a quiet market, as a share of all: makes the long-run mean 1, see ArrivalsTest. */
    static final double BASELINE_INTENSITY = 0.262;
    /** Moves beyond so many times the usual bring no further orders. */
    static final double MAX_RELATIVE_VOLATILITY = 20;
    /** More than 10 times the usual traffic is on record (28 February 2024), 15 times among trades (MtGox). */
    static final double MAX_ORDER_INTENSITY = 15;

    // Funding (domain.md 2.2): interest 0.01 % per 8 hours, clamp 0.05 %.
    static final double FUNDING_INTEREST_BPS = 1;
    static final double FUNDING_CLAMP_BPS = 5;
    static final double PREMIUM_NOISE_BPS = 2.5;
    static final double PREMIUM_NOISE_MINUTES = 30;
    /** Basis points of premium that a lasting move of one per cent brings. */
    static final double PREMIUM_BPS_PER_PERCENT = 0.9;

    static final double PREMIUM_MEMORY_MINUTES = 1_440;

    // Open interest and forced sales. Leverage of longs and the share of the open interest that it holds; the rest is
    // hedged or hardly leveraged. A fall of 12 to 14 % then forces about a tenth of the open interest: $19 bn of $217
    // bn
    // on 10 October 2025 (domain.md 2.1).
    static final double[] LEVERAGE_TIERS = {50, 20, 10, 5, 3};
    static final double[] LEVERAGE_TIER_SHARES = {0.002, 0.015, 0.06, 0.14, 0.20};
    static final double MAINTENANCE_MARGIN = 0.005;
    /** Of the logarithm of the distance to liquidation among positions of one leverage. */
    static final double LIQUIDATION_DISTANCE_SIGMA = 0.15;

    static final double POSITION_HOLDING_HOURS = 8;
    static final double OPEN_INTEREST_RECOVERY_HOURS = 48;
    /** Open interest that others close by themselves, per unit that is forced: with it a cascade takes 20 to 50 %. */
    static final double DELEVERAGING_PER_LIQUIDATION = 2.6;
    /** The liquidation engine works off its queue in about so many seconds. */
    static final double LIQUIDATION_ENGINE_SECONDS = 12;
    /** Move of the price if all open interest were sold at usual depth. */
    static final double FULL_LIQUIDATION_IMPACT = 0.2;
    /** Forced sales alone never press the price lower than this; buyers are found. */
    static final double MAX_PRICE_IMPACT = 0.05;
    /** In which the price recovers from forced sales. */
    static final double PRICE_IMPACT_DECAY_SECONDS = 1_200;

    // Depth of the book: 0.2 in stress (range 0.05 to 0.5). Makers go at once and come back slowly. Unless a scenario
    // declares a fall they stay above a floor, which keeps the cascade sub-critical.
    static final double DEPTH_LOSS_PER_VOLATILITY = 0.45;
    static final double DEPTH_LOSS_PER_LIQUIDATED_SHARE = 60;
    static final double MIN_DEPTH = 0.2;
    static final double MIN_DEPTH_WITHOUT_SHOCK = 0.4;
    static final double MAX_DEPTH = 1.2;
    static final double MAKER_WITHDRAWAL_SECONDS = 45;
    static final double MAKER_RETURN_SECONDS = 1_800;

    // The other coins, in the order of Asset.COINS, the index first. Small coins lose a multiple of what the index
    // loses in a
    // cascade: 47 % on average against 14 % on 10 October 2025 (domain.md 2.1).
    static final double[] INITIAL_PRICE_USD = {60_000, 3_000, 150, 3};
    static final double[] BETA = {1, 1.15, 1.35, 1.2};
    /** Times the pressure that forced sales put on the index. */
    static final double[] PRICE_IMPACT_BETA = {1, 1.5, 2.2, 6};
    /** Annual volatility of what a coin does on its own. */
    static final double[] IDIOSYNCRATIC_SIGMA = {0, 0.30, 0.55, 1.4};

    static final double[] IDIOSYNCRATIC_JUMPS_PER_DAY = {0, 0.5, 1, 4};
    static final double[] IDIOSYNCRATIC_MEAN_DOWN_JUMP = {0, 0.006, 0.012, 0.03};
    /** In which a coin forgets what it did on its own. */
    static final double IDIOSYNCRATIC_REVERSION_DAYS = 4;

    private MarketParameters() {}
}
