package firedrill.ingest.customer.reaction;

import static firedrill.ingest.customer.reaction.TreatedPopulation.CHURN;
import static firedrill.ingest.customer.reaction.TreatedPopulation.HOUR;
import static firedrill.ingest.customer.reaction.TreatedPopulation.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.SamplingError;
import firedrill.ingest.customer.TestCustomers;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Churn, complaints and reports after each kind of friction, and word of mouth. */
class CustomerReactionTest {

    private final TreatedPopulation treated = new TreatedPopulation(TestCustomers.PARAMETERS);

    @Test
    void aRefusedWithdrawalCausesChurnAndComplaints() {
        treated.assertChurn(CHURN.afterRefusedWithdrawal(), TreatedPopulation::withdrawal, TreatedPopulation::refuse);
        double complaints =
                TestCustomers.PARAMETERS.complaints().voicedShare() * annoyed(CHURN.afterRefusedWithdrawal());
        assertThat(treated.share(Complaint.class)).isCloseTo(complaints, SamplingError.ofShare(complaints, USERS));
    }

    @Test
    void whoeverComplainsLeavesMoreOftenThanWhoeverIsSilent() {
        treated.churned(TreatedPopulation::withdrawal, TreatedPopulation.hold(6 * HOUR));

        Set<Long> complaining = treated.usersOf(Complaint.class);
        Set<Long> left = treated.usersOf(Churn.class);
        double leavingShare =
                (double) complaining.stream().filter(left::contains).count() / complaining.size();
        double expected = CHURN.afterHoldBelow1Day() / annoyed(CHURN.afterHoldBelow1Day());
        assertThat(leavingShare).isCloseTo(expected, SamplingError.ofShare(expected, complaining.size()));
        assertThat(leavingShare).isGreaterThan(2 * CHURN.afterHoldBelow1Day());
    }

    @Test
    void theRisksOfDepartureAddUpToTheDepartures() {
        treated.churned(TreatedPopulation::withdrawal, TreatedPopulation.hold(6 * HOUR));

        double own = treated.share(Churn.class);
        double expected = treated.exchange.risks.stream()
                        .mapToDouble(DepartureRisk::expectedDepartures)
                        .sum()
                / USERS;
        assertThat(expected).isCloseTo(own, SamplingError.ofShare(own, USERS));
    }

    @Test
    void aDepartureSaysHowManyWereToldAndHowManyOfThemWereCustomers() {
        treated.churned(TreatedPopulation::withdrawal, TreatedPopulation::refuse);

        var churns = treated.exchange.outcomes.stream()
                .filter(Churn.class::isInstance)
                .map(Churn.class::cast)
                .toList();
        assertThat(churns.stream().mapToInt(Churn::peopleTold).average().orElseThrow())
                .isCloseTo(CHURN.peopleTold(), Offset.offset(0.5));
        assertThat(churns).allMatch(churn -> churn.peopleReached() <= churn.peopleTold());
        assertThat(churns.stream().mapToInt(Churn::peopleReached).sum()).isPositive();
    }

    private static double annoyed(double leaving) {
        double odds =
                leaving / (1 - leaving) * TestCustomers.PARAMETERS.complaints().oddsOfAnnoyance();
        return odds / (1 + odds);
    }

    @Test
    void aRefusedOrderCausesLessChurn() {
        treated.assertChurn(CHURN.afterRefusedOrder(), TreatedPopulation::order, TreatedPopulation::refuse);
    }

    @Test
    void aPassedChallengeCausesLittleChurn() {
        assertChurnAfter(CHURN.afterStepUp(), Action.STEP_UP, Disposition.RELEASED);
    }

    @Test
    void aHoldBelowAnHourCausesSomeChurn() {
        assertChurnAfterHold(CHURN.afterHoldBelow1Hour(), HOUR / 2);
    }

    @Test
    void aHoldBelowADayCausesMoreChurn() {
        assertChurnAfterHold(CHURN.afterHoldBelow1Day(), 6 * HOUR);
    }

    @Test
    void aHoldAboveADayCausesAsMuchChurnAsARefusal() {
        assertChurnAfterHold(CHURN.afterHoldBelow7Days(), 30 * HOUR);
    }

    @Test
    void aHoldAboveAWeekCausesMostChurn() {
        assertChurnAfterHold(CHURN.afterHoldBeyond7Days(), 8 * 24 * HOUR);
    }

    @Test
    void anAllowedRequestCausesNoReaction() {
        assertThat(treated.churned(
                        TreatedPopulation::withdrawal,
                        (reaction, request) -> reaction.onSettlement(request, Action.ALLOW, Disposition.RELEASED)))
                .isZero();
        assertThat(treated.exchange.outcomes).noneMatch(outcome -> !(outcome instanceof FraudReport));
    }

    @Test
    void aLimitCausesLittleChurn() {
        assertChurnAfter(CHURN.afterLimit(), Action.LIMIT, Disposition.LIMITED);
    }

    @Test
    void aRefusalByAnAnalystCausesAsMuchChurnAsABlock() {
        assertChurnAfter(CHURN.afterRefusedWithdrawal(), Action.REVIEW, Disposition.REFUSED);
    }

    @Test
    void aboutOneAllowedWithdrawalInTwentyThousandIsReportedAsTheft() {
        for (int round = 0; round < 20; round++) {
            long firstKey = 1 + (long) round * USERS;
            treated.population
                    .users()
                    .forEach(user -> treated.reaction.onSettlement(
                            TreatedPopulation.withdrawal(user, treated.reaction, firstKey + user.id()),
                            Action.ALLOW,
                            Disposition.RELEASED));
        }

        assertThat(treated.exchange.outcomes)
                .hasOnlyElementsOfType(FraudReport.class)
                .hasSizeBetween(8, 36);
    }

    @Test
    void wordOfMouthGrowsWithPeopleToldAndDiesOut() {
        double ten = followers(10);
        double twenty = followers(20);

        assertThat(ten).isBetween(0.02, 0.09);
        assertThat(twenty / ten).isBetween(1.6, 2.4);
        assertThat(twenty).isLessThan(0.3);
    }

    /** Followers per departure, when one customer in seven is refused a withdrawal. */
    private static double followers(int peopleTold) {
        var other =
                new TreatedPopulation(TestCustomers.with("customer.churn.peopleTold", Integer.toString(peopleTold)));
        other.population.users().stream()
                .filter(user -> user.id() % 7 == 0)
                .forEach(user ->
                        TreatedPopulation.refuse(other.reaction, TreatedPopulation.withdrawal(user, other.reaction)));
        long followers = other.exchange.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn churn && churn.isWordOfMouth())
                .count();
        return (double) followers / (other.population.departedCount() - followers);
    }

    private void assertChurnAfter(double probability, Action action, Disposition disposition) {
        treated.assertChurn(
                probability,
                TreatedPopulation::withdrawal,
                (reaction, request) -> reaction.onSettlement(request, action, disposition));
    }

    private void assertChurnAfterHold(double probability, long holdMillis) {
        treated.assertChurn(probability, TreatedPopulation::withdrawal, TreatedPopulation.hold(holdMillis));
    }
}
