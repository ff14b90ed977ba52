package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Feature;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonPhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IS_ORDER | 0 | is a withdrawal",
                "AMOUNT_USD | 12340.4 | moves $12,340",
                "DRAIN_FRACTION | 0.96 | withdraws 96 % of the balance",
                "ACCOUNT_AGE_DAYS | 3.4 | account opened 3 days ago",
                "VOLATILITY_Z | 4.21 | volatility 4.2 sigma above its usual level",
                "VOLATILITY_Z | -1 | volatility 1.0 sigma below its usual level",
                "RETURN_Z | -3.1 | price fell 3.1 sigma within an hour",
                "WITHDRAWALS_1H | 1 | 1 earlier withdrawal within an hour",
                "WITHDRAWALS_1H | 0 | no earlier withdrawals within an hour",
                "WITHDRAWN_USD_24H | 7000 | $7,000 already withdrawn within a day",
                "AMOUNT_TO_USUAL | 6.04 | 6.0 times the user's usual amount",
                "MINUTES_SINCE_CREDENTIAL_CHANGE | 22.8 | two-factor or password changed 22 minutes ago",
                "MINUTES_SINCE_CREDENTIAL_CHANGE | 0.5 | two-factor or password changed less than a minute ago",
                "MINUTES_SINCE_CREDENTIAL_CHANGE | 200 | two-factor or password changed 3 hours ago",
                "MINUTES_SINCE_CREDENTIAL_CHANGE | 10080 | no change of two-factor or password within a week",
                "MINUTES_SINCE_DEVICE_FIRST_USED | 0 | device never used by this user before",
                "MINUTES_SINCE_DEVICE_FIRST_USED | 1 | device first used by this user 1 minute ago",
                "MINUTES_SINCE_ADDRESS_FIRST_USED | 10080 | address used by this user for a week or more",
                "MINUTES_SINCE_DEPOSIT | 5000 | last deposit 3 days ago",
                "SOLD_USD_1H | 9000 | $9,000 sold within an hour",
                "LOGINS_1H | 3 | 3 logins within an hour",
                "DEVICE_USERS_7D | 4 | device used by 4 others this week",
                "DEVICE_AGE_MINUTES | 0 | device never seen before",
                "ADDRESS_USERS_7D | 16 | address used by 16 others this week",
                "ADDRESS_USERS_7D | 3200 | address used by about 3,200 others this week",
                "ADDRESS_USERS_1H | 15 | address used by 15 or more others this hour",
                "DEVICE_CONFIRMED_SHARE | 0.5 | 50 % of this device's withdrawals are known to be fraud",
                "USER_CONFIRMED_SHARE | 0 | no fraud known of the user's withdrawals and deposits",
                "ADDRESS_AGE_MINUTES | 90 | address first seen 90 minutes ago",
                "ADDRESS_RECEIVED_USD_24H | 25000 | $25,000 sent to the address within a day"
            })
    void aPhraseGivesTheValueInTheOperatorsUnits(Feature feature, double value, String phrase) {
        double[] withdrawal = new double[Feature.COUNT];
        withdrawal[feature.ordinal()] = value;
        assertThat(ReasonPhrases.of(feature, withdrawal)).isEqualTo(phrase);
    }

    @Test
    void aPhraseOfAnOrderNamesAnOrder() {
        double[] order = new double[Feature.COUNT];
        order[Feature.IS_ORDER.ordinal()] = 1;
        assertThat(ReasonPhrases.of(Feature.IS_ORDER, order)).isEqualTo("is an order");
        assertThat(ReasonPhrases.of(Feature.DRAIN_FRACTION, order)).isEqualTo("buys, which drains nothing");
        order[Feature.DRAIN_FRACTION.ordinal()] = 0.5;
        assertThat(ReasonPhrases.of(Feature.DRAIN_FRACTION, order)).isEqualTo("sells 50 % of the coin held");
        assertThat(ReasonPhrases.of(Feature.MINUTES_SINCE_ADDRESS_FIRST_USED, order))
                .isEqualTo("no address, the money stays");
    }

    @Property(tries = 200)
    void everyFeatureHasAPhraseOfItsOwn(@ForAll @DoubleRange(max = 1e6) double value) {
        double[] vector = new double[Feature.COUNT];
        Arrays.fill(vector, value);
        assertThat(Stream.of(Feature.values()).map(feature -> ReasonPhrases.of(feature, vector)))
                .doesNotHaveDuplicates()
                .allSatisfy(phrase -> assertThat(phrase).isNotBlank().doesNotContain("NaN", "null"));
    }
}
