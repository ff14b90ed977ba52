package firedrill.ingest.market;

import firedrill.ingest.market.MarketParameters.RegimeParameters;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.EnumMap;
import java.util.Objects;

/**
 * Jump diffusion whose parameters switch between {@link Regime}s, modified by declared price shocks.
 *
 * <p>During a shock, a fall or a rise, the regime is stress, and it stays so until the Markov chain ends it. Until then there
 * are no random jumps, so that the price moves by what the shock declares.
 */
final class SimulatedIndex implements IndexProcess {

    private final RandomStream stepDraws;
    private final RandomStream regimeDraws;
    private final RandomStream jumpDraws;
    private final EnumMap<Regime, JumpProcess> jumps = new EnumMap<>(Regime.class);
    private final RegimeModel regimes;
    private final PriceShocks shocks;
    private final VolatilityProcess volatility;
    private double logPrice;
    private double lastMinuteLogPrice;
    private Regime regime = Regime.NORMAL;
    private boolean isFallActive;
    /** From the start of a shock to the end of the stress regime. */
    private boolean isAftermath;

    /** Part of the declared fall that is not yet applied, log units. */
    private double outstandingShock;

    private double priceImpactAtStart;

    SimulatedIndex(MarketParameters market, RegimeModel regimes, RandomSource source, PriceShocks shocks) {
        this.regimes = regimes;
        this.shocks = shocks;
        stepDraws = source.stream(MarketStream.INDEX_STEP);
        regimeDraws = source.stream(MarketStream.REGIME);
        jumpDraws = source.stream(MarketStream.INDEX_JUMP);
        for (Regime each : Regime.values()) {
            RegimeParameters parameters = regimes.of(each);
            jumps.put(each, JumpProcess.of(market.jump(), parameters.jumpsPerDay(), parameters.meanDownJump()));
        }
        volatility = new VolatilityProcess(
                market.volatility(), regimes.baselineSigma(), source.stream(MarketStream.VOLATILITY));
        logPrice = StrictMath.log(market.index().initialPriceCents());
        lastMinuteLogPrice = logPrice;
    }

    @Override
    public void step(long second, double priceImpact) {
        if (second % 60 == 0) {
            regime = regimes.next(regime, regimeDraws.uniform(second, SingleDraw.VALUE));
            volatility.updateMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        double fall = shocks.fall(second);
        double rise = shocks.rise(second);
        if (fall < 0 && !isFallActive) {
            // What an earlier fall still owes is covered by the impact that it counted.
            priceImpactAtStart = priceImpact - outstandingShock;
        }
        isFallActive = fall < 0;
        boolean isShockActive = isFallActive || rise > 0;
        regime = isShockActive ? Regime.STRESS : regime;
        isAftermath = isShockActive || (isAftermath && regime == Regime.STRESS);
        diffuse(second, isShockActive ? 1 : volatility.factor());
        logPrice += rise + (isAftermath ? 0 : jumpsOf(regime).logReturn(second, jumpDraws, 0));
        applyFall(fall, priceImpact);
    }

    /** The price impact of liquidations counts towards the declared fall; as the impact decays, the fall replaces it. */
    private void applyFall(double declared, double priceImpact) {
        outstandingShock -= declared;
        if (outstandingShock > 0) {
            double due = Math.max(0, outstandingShock - Math.max(0, priceImpact - priceImpactAtStart));
            outstandingShock -= due;
            logPrice -= due;
        }
    }

    private void diffuse(long second, double factor) {
        double sigma = regimes.sigmaPerSecond(regime) * factor;
        logPrice += sigma * stepDraws.normal(second, SingleDraw.VALUE) - sigma * sigma / 2;
    }

    private JumpProcess jumpsOf(Regime regime) {
        return Objects.requireNonNull(jumps.get(regime));
    }

    @Override
    public double logPrice() {
        return logPrice;
    }

    @Override
    public Regime regime() {
        return regime;
    }

    @Override
    public boolean isFallActive() {
        return isFallActive;
    }

    @Override
    public boolean hasLiquidationImpact() {
        return true;
    }
}
