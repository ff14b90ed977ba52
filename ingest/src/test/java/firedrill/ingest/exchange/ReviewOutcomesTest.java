package firedrill.ingest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.SamplingError;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.Answer;
import firedrill.ingest.event.Outcome.Churn;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.ReviewVerdict;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import firedrill.ingest.parameters.ParameterException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Outcomes of reviewed and of blocked requests. */
class ReviewOutcomesTest {

    private static final int USERS = 10_000;

    @Test
    void analystsHaveTheirSpecificityAndTheirVerdictsAreExecuted() throws Exception {
        ExchangeRun run = new ExchangeRun(
                        "quiet",
                        withManyAnalysts(),
                        18,
                        event -> Optional.of(Answer.of(
                                event.id(),
                                event.id() % 100 == 0 || event.id() % 37 == 0 ? Action.REVIEW : Action.ALLOW)))
                .runUntilHour(12);
        Set<Long> frauds = fraudIds(run);
        var verdicts = run.outcomesOf(ReviewVerdict.class).toList();
        var clean = verdicts.stream()
                .filter(verdict -> !frauds.contains(verdict.eventId()))
                .toList();

        double falseAlarms = 1 - WorldParameters.DEFAULT.exchange().review().specificity();
        assertThat(clean).hasSizeGreaterThan(1_000);
        assertThat((double) clean.stream().filter(ReviewVerdict::isFraud).count() / clean.size())
                .isCloseTo(falseAlarms, SamplingError.ofShare(falseAlarms, clean.size()));
        Map<Long, Disposition> ends = run.outcomesOf(Settlement.class)
                .collect(Collectors.toMap(Settlement::eventId, Settlement::disposition));
        Set<Long> departed = run.outcomesOf(Churn.class).map(Churn::userId).collect(Collectors.toSet());
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(ends.get(verdict.eventId()))
                        .isIn(
                                verdict.isFraud()
                                        ? List.of(Disposition.REFUSED)
                                        : releaseDispositions(departed, verdict)));
    }

    private static ExchangeSettings withManyAnalysts() throws ParameterException {
        return ExchangeSettings.DEFAULT
                .withUsers(USERS)
                .withWorld(WorldParameters.DEFAULT.with("exchange.review.capacityPerWithdrawal", "0.1"));
    }

    /** An order that is released after its owner has departed is abandoned. */
    private static List<Disposition> releaseDispositions(Set<Long> departed, ReviewVerdict verdict) {
        return departed.contains(verdict.userId())
                ? List.of(Disposition.RELEASED, Disposition.ABANDONED)
                : List.of(Disposition.RELEASED);
    }

    @Test
    void aReviewQueueBeyondCapacityCausesChurn() {
        ExchangeRun run = ExchangeRun.of("quiet", 2_000, 18, 6, ExchangeRun.answerAll(Action.REVIEW));
        ExchangeStatus status = run.exchange.status();

        assertThat(status.pendingReviews()).isGreaterThan(1_000);
        // One analyst reviews five cases an hour.
        assertThat(run.outcomesOf(ReviewVerdict.class).count()).isBetween(25L, 30L);
        assertThat(run.outcomesOf(Churn.class).count()).isGreaterThan(100);
    }

    @Test
    void blockedFraudRevealsNoLabel() {
        ExchangeRun run = ExchangeRun.of("quiet", 3_000, 19, 24, ExchangeRun.BLOCK_ALL);

        assertThat(run.truths).isNotEmpty();
        assertThat(run.outcomesOf(ReviewVerdict.class)).isEmpty();
        assertThat(run.outcomesOf(FraudReport.class)).isEmpty();
    }

    private static Set<Long> fraudIds(ExchangeRun run) {
        return run.truths.stream().map(Truth::eventId).collect(Collectors.toSet());
    }
}
