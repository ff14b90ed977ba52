package firedrill.scoring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerReasonTest {

    private static final int LEAST_BEHIND_ONE = 5;

    @ParameterizedTest
    @EnumSource(CustomerReason.class)
    void aReasonHidesWhichOfManyFeaturesContributed(CustomerReason reason) {
        assertThat(Stream.of(Feature.values()).filter(feature -> CustomerReason.of(feature) == reason))
                .hasSizeGreaterThanOrEqualTo(LEAST_BEHIND_ONE);
    }

    @ParameterizedTest
    @EnumSource(CustomerReason.class)
    void aReasonDisclosesNoNumberAndNoFeature(CustomerReason reason) {
        assertThat(reason.text())
                .endsWith(".")
                .doesNotContainPattern("[0-9$%]")
                .doesNotContainPattern(
                        "(?i)device|network|phone|sim|password|factor|key|address|limit|rule|model|score|"
                                + "minute|hour|day|week|other (users|people)|counterpart|cancel|fraud|suspicio");
    }

    @Test
    void aFeatureThatExposesRingDetectionIsDisclosedAsAPlainCheck() {
        assertThat(Stream.of(
                                Feature.JUST_UNDER_LIMIT,
                                Feature.BUNCHING_7D,
                                Feature.ADDRESS_CLUSTER_USERS,
                                Feature.ADDRESS_CLUSTER_AGE_MINUTES,
                                Feature.ADDRESS_CLUSTER_EXCLUSIVITY,
                                Feature.ADDRESS_CLUSTER_CONFIRMED_SHARE,
                                Feature.ADDRESS_CONFIRMED_SHARE,
                                Feature.DEVICE_CONFIRMED_SHARE,
                                Feature.USER_CONFIRMED_SHARE,
                                Feature.BAND_WITHDRAWALS_24H,
                                Feature.DEVICE_USERS_7D,
                                Feature.NETWORK_USERS_7D,
                                Feature.SOURCE_USERS_7D,
                                Feature.COUNTERPARTY_SHARE,
                                Feature.CANCELLED_TO_AMOUNT)
                        .map(CustomerReason::of))
                .containsOnly(CustomerReason.ROUTINE_CHECK);
    }

    @Test
    void whatDoesNotDependOnHabitIsNotCalledUnusual() {
        assertThat(CustomerReason.of(Feature.ACCOUNT_TIER)).isEqualTo(CustomerReason.ROUTINE_CHECK);
        assertThat(CustomerReason.of(Feature.WITHDRAWN_USD_30D)).isEqualTo(CustomerReason.UNUSUAL_ACTIVITY);
        assertThat(CustomerReason.of(Feature.AMOUNT_Z_IN_MARKET)).isEqualTo(CustomerReason.UNUSUAL_ACTIVITY);
        assertThat(CustomerReason.of(Feature.ADDRESS_DEVICES_7D)).isEqualTo(CustomerReason.DESTINATION);
    }

    @Test
    void eachReasonIsGivenOnceTheStrongestFirst() {
        double[] features = new double[Feature.COUNT];
        assertThat(CustomerReason.of(decision(
                        Action.HOLD,
                        ReasonPhrases.of(Feature.ADDRESS_AGE_MINUTES, features),
                        ReasonPhrases.of(Feature.DEVICE_AGE_MINUTES, features),
                        ReasonPhrases.of(Feature.ADDRESS_USERS_7D, features))))
                .containsExactly(CustomerReason.DESTINATION, CustomerReason.IDENTITY);
    }

    @Test
    void theReasonOfARuleIsForTheOperatorOnly() {
        assertThat(CustomerReason.of(decision(Action.BLOCK, "four users of one device within a day")))
                .containsExactly(CustomerReason.ROUTINE_CHECK);
        assertThat(CustomerReason.of(decision(Action.BLOCK))).containsExactly(CustomerReason.ROUTINE_CHECK);
    }

    @Test
    void anAllowedRequestHasNoReason() {
        assertThat(CustomerReason.of(decision(Action.ALLOW))).isEmpty();
    }

    private static Decision decision(Action action, String... reasons) {
        return new Decision(
                action == Action.HOLD ? Answer.hold(1, 60_000) : Answer.of(1, action),
                2,
                3,
                0.5,
                DecidedBy.MODEL,
                Mode.MODEL,
                0,
                List.of(reasons),
                List.of(),
                new ArtifactVersions("a", "b", "c", "d"),
                FeatureVector.of(new double[Feature.COUNT]),
                StageTimings.NONE);
    }
}
