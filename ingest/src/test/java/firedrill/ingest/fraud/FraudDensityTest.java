package firedrill.ingest.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.fraud.parameters.AttackRates;
import firedrill.ingest.fraud.ring.RingSpecialty;
import firedrill.ingest.parameters.ParameterException;
import org.junit.jupiter.api.Test;

class FraudDensityTest {

    private static final double HOURS_PER_YEAR = 8_760;

    @Test
    void theDensityIsThatOfTheParametersTimesThatOfTheRun() throws ParameterException {
        var settings = ExchangeSettings.DEFAULT
                .withWorld(WorldParameters.DEFAULT.with("fraud.rate.timesLife", "300"))
                .withFraud(FraudSettings.DEFAULT.withRateMultiplier(2));
        assertThat(settings.fraudDensity()).isEqualTo(new FraudDensity(600));
    }

    @Test
    void asDenseAsLifeOneUserInTenThousandIsTakenOverInAYear() throws ParameterException {
        var life = WorldParameters.DEFAULT.with("fraud.rate.timesLife", "1").fraud();
        double thefts = RingSpecialty.ACCOUNT_THEFT.attacksPerHour(life.rate()) * HOURS_PER_YEAR;
        double takeovers = thefts * life.mix().accountTheft().accountTakeover();
        assertThat(takeovers / AttackRates.BASE_USERS).isCloseTo(0.0001, within(0.000001));
    }

    @Test
    void everyRateFollowsTheDensity() throws ParameterException {
        AttackRates usual = WorldParameters.DEFAULT.fraud().rate();
        AttackRates half = WorldParameters.DEFAULT
                .with("fraud.rate.timesLife", String.valueOf(usual.timesLife() / 2))
                .fraud()
                .rate();
        for (RingSpecialty specialty : RingSpecialty.values()) {
            assertThat(specialty.attacksPerHour(half))
                    .as(specialty.name())
                    .isPositive()
                    .isCloseTo(specialty.attacksPerHour(usual) / 2, within(1e-9));
        }
    }

    @Test
    void theSentenceClaimsNoMoreDigitsThanAreKnown() {
        assertThat(new FraudDensity(21_300).text()).isEqualTo("Frauds are about 21,000 times as dense as in life.");
        assertThat(new FraudDensity(1.54).text()).isEqualTo("Frauds are about 1.5 times as dense as in life.");
        assertThat(new FraudDensity(0).text()).isEqualTo("There are no frauds.");
    }
}
