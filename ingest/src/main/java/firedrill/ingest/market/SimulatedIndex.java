package firedrill.ingest.market;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import java.util.EnumMap;
import java.util.Objects;

/**
 * A diffusion with jumps whose parameters switch between {@link Regime}s, bent by the scenario's price falls.
 *
 * <p>While a fall lasts the regime is stress, and stays so until chance ends it; until then the fall takes the place of chance's
 * jumps, so that what a scenario declares is what happens.
 */
final class SimulatedIndex implements Index {

    private final Draws steps;
    private final Draws switches;
    private final Draws jumpDraws;
    private final EnumMap<Regime, Jumps> jumps = new EnumMap<>(Regime.class);
    private final Falls falls;
    private final Roughness roughness;
    private double logPrice;
    private double lastMinuteLogPrice;
    private Regime regime = Regime.NORMAL;
    private boolean isFalling;
    /** Since a fall, until the market calms. */
    private boolean isAftermath;

    /** What the fall has not yet taken from the price by itself. */
    private double owed;

    private double pressureBefore;

    SimulatedIndex(Chance chance, Falls falls, double logPrice) {
        steps = chance.about("market.step");
        switches = chance.about("market.regime");
        jumpDraws = chance.about("market.jump");
        for (Regime each : Regime.values()) {
            jumps.put(each, Jumps.of(each.jumpsPerDay, each.meanJumpDown));
        }
        roughness = new Roughness(chance.about("market.roughness"));
        this.falls = falls;
        this.logPrice = logPrice;
        lastMinuteLogPrice = logPrice;
    }

    @Override
    public void step(long second, double pressure) {
        if (second % 60 == 0) {
            regime = regime.next(switches.uniform(second, 0));
            roughness.newMinute(second / 60, logPrice - lastMinuteLogPrice);
            lastMinuteLogPrice = logPrice;
        }
        double fall = falls.logReturnOf(second);
        if (fall < 0 && !isFalling) {
            pressureBefore = pressure;
        }
        isFalling = fall < 0;
        regime = isFalling ? Regime.STRESS : regime;
        isAftermath = isFalling || (isAftermath && regime == Regime.STRESS);
        diffuse(second, isFalling ? 1 : roughness.factor());
        logPrice += isAftermath ? 0 : jumpsOf(regime).in(second, jumpDraws, 0);
        fall(fall, pressure);
    }

    /** What forced sales take counts towards a declared fall, and as the price recovers from them the fall takes it anew. */
    private void fall(double declared, double pressure) {
        owed -= declared;
        if (owed > 0) {
            double due = Math.max(0, owed - Math.max(0, pressure - pressureBefore));
            owed -= due;
            logPrice -= due;
        }
    }

    private void diffuse(long second, double factor) {
        double sigma = regime.secondSigma * factor;
        logPrice += sigma * steps.normal(second, 0) - sigma * sigma / 2;
    }

    private Jumps jumpsOf(Regime ruling) {
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
    public boolean isFalling() {
        return isFalling;
    }

    @Override
    public boolean isMovedByForcedSales() {
        return true;
    }
}
