package firedrill.ingest.market;

import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.EnumMap;
import java.util.Objects;

/**
 * A diffusion with jumps whose parameters switch between {@link Regime}s, bent by the scenario's price falls.
 *
 * <p>While a fall lasts the regime is stress, and stays so until chance ends it; until then the fall takes the place of chance's
 * jumps, so that what a scenario declares is what happens.
 */
final class SimulatedIndex implements IndexProcess {

    private final RandomStream stepDraws;
    private final RandomStream regimeDraws;
    private final RandomStream jumpDraws;
    private final EnumMap<Regime, JumpProcess> jumps = new EnumMap<>(Regime.class);
    private final PriceShocks shocks;
    private final VolatilityProcess volatility;
    private double logPrice;
    private double lastMinuteLogPrice;
    private Regime regime = Regime.NORMAL;
    private boolean isShockActive;
    /** Since a fall, until the market calms. */
    private boolean isAftermath;

    /** What the fall has not yet taken from the price by itself. */
    private double outstandingShock;

    private double priceImpactAtStart;

    SimulatedIndex(RandomSource chance, PriceShocks falls, double logPrice) {
        stepDraws = chance.stream(MarketStream.INDEX_STEP);
        regimeDraws = chance.stream(MarketStream.REGIME);
        jumpDraws = chance.stream(MarketStream.INDEX_JUMP);
        for (Regime each : Regime.values()) {
            jumps.put(each, JumpProcess.of(each.jumpsPerDay, each.meanDownJump));
        }
        volatility = new VolatilityProcess(chance.stream(MarketStream.VOLATILITY));
        this.shocks = falls;
        this.logPrice = logPrice;
        lastMinuteLogPrice = logPrice;
    }

    @Override
    public void step(long second, double pressure) {
        if (second % 60 == 0) {
            regime = regime.next(regimeDraws.uniform(second, SingleDraw.VALUE));
            volatility.updateMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        double fall = shocks.logReturn(second);
        if (fall < 0 && !isShockActive) {
            priceImpactAtStart = pressure;
        }
        isShockActive = fall < 0;
        regime = isShockActive ? Regime.STRESS : regime;
        isAftermath = isShockActive || (isAftermath && regime == Regime.STRESS);
        diffuse(second, isShockActive ? 1 : volatility.factor());
        logPrice += isAftermath ? 0 : jumpsOf(regime).logReturn(second, jumpDraws, 0);
        applyShock(fall, pressure);
    }

    /** What forced sales take counts towards a declared fall, and as the price recovers from them the fall takes it anew. */
    private void applyShock(double declared, double pressure) {
        outstandingShock -= declared;
        if (outstandingShock > 0) {
            double due = Math.max(0, outstandingShock - Math.max(0, pressure - priceImpactAtStart));
            outstandingShock -= due;
            logPrice -= due;
        }
    }

    private void diffuse(long second, double factor) {
        double sigma = regime.sigmaPerSecond * factor;
        logPrice += sigma * stepDraws.normal(second, SingleDraw.VALUE) - sigma * sigma / 2;
    }

    private JumpProcess jumpsOf(Regime ruling) {
        return Objects.requireNonNull(jumps.get(ruling));
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
    public boolean isShockActive() {
        return isShockActive;
    }

    @Override
    public boolean hasLiquidationImpact() {
        return true;
    }
}
