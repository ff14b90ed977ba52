package firedrill.ingest.customer.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.customer.CustomerParameters;
import firedrill.ingest.customer.TestCustomers;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.Complaint;
import org.junit.jupiter.api.Test;

/** Victims of theft complain and depart, more often if nothing is refunded. */
class TheftReactionTest {

    @Test
    void aThirdOfTheVictimsOrMoreDepartsIfNothingIsRefunded() {
        var victims = victims(TestCustomers.with("customer.theft.refunds", "none"), false);

        assertChurn(victims, TestCustomers.PARAMETERS.theft().churnIfNotRefunded());
        assertThat(victims.share(Complaint.class)).isGreaterThan(0.3);
    }

    @Test
    void fewerDepartAfterARefund() {
        assertChurn(
                victims(TestCustomers.PARAMETERS, false),
                TestCustomers.PARAMETERS.theft().churnIfRefunded());
    }

    @Test
    void anAuthorisedPaymentIsNotRefundedByDefault() {
        assertChurn(
                victims(TestCustomers.PARAMETERS, true),
                TestCustomers.PARAMETERS.theft().churnIfNotRefunded());
    }

    @Test
    void anAuthorisedPaymentIsRefundedWhereAllAre() {
        assertChurn(
                victims(TestCustomers.with("customer.theft.refunds", "all"), true),
                TestCustomers.PARAMETERS.theft().churnIfRefunded());
    }

    private static void assertChurn(TreatedPopulation victims, double probability) {
        long own = victims.exchange.outcomes.stream()
                .filter(outcome -> outcome instanceof Churn churn && !churn.isWordOfMouth())
                .count();
        long others = victims.population.departedCount() - own;
        assertThat((double) own / (TreatedPopulation.USERS - others)).isBetween(0.97 * probability, 1.05 * probability);
    }

    /** A population of which everybody notices a theft. */
    private static TreatedPopulation victims(CustomerParameters parameters, boolean isAuthorised) {
        var treated = new TreatedPopulation(parameters);
        treated.population
                .users()
                .forEach(user -> treated.thefts.notice(user, user.id(), 7_000_000 + user.id(), isAuthorised));
        return treated;
    }
}
