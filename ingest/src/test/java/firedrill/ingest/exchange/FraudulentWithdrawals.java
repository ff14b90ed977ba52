package firedrill.ingest.exchange;

import firedrill.ingest.event.Answer;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.fraud.FraudSettings;
import firedrill.ingest.scenario.BadScenarioException;
import firedrill.ingest.scenario.ScenarioCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A quiet run that keeps only fraudulent withdrawals, so that a long run fits into memory. */
final class FraudulentWithdrawals implements ExchangeListener {

    private record LabelledWithdrawal(Truth truth, Withdrawal withdrawal) {}

    private final List<LabelledWithdrawal> withdrawals = new ArrayList<>();
    private final Map<Long, Truth> truths = new LinkedHashMap<>();
    private final Function<DecisionRequest, Answer> operator;
    private final Exchange exchange;

    FraudulentWithdrawals(
            int users, FraudSettings fraud, long seed, int hours, Function<DecisionRequest, Answer> operator) {
        this.operator = operator;
        var settings = ExchangeSettings.DEFAULT.withUsers(users).withFraud(fraud);
        try {
            exchange = new Exchange(settings, ScenarioCatalogue.load("quiet"), seed, 1, this);
        } catch (BadScenarioException e) {
            throw new AssertionError(e);
        }
        exchange.runUntil(exchange.startMillis() + hours * ExchangeRun.HOUR);
    }

    /**
     * The first withdrawal from each victim within a range of simulated hours. Later ones are retries, whose amount depends
     * on what was refused.
     */
    List<Withdrawal> first(String typology, int fromHour, int toHour) {
        Map<Long, Withdrawal> first = new LinkedHashMap<>();
        withdrawals.stream()
                .filter(labelled -> labelled.truth().typology().equals(typology))
                .forEach(labelled -> first.putIfAbsent(labelled.truth().userId(), labelled.withdrawal()));
        return first.values().stream()
                .filter(labelled -> labelled.timeMillis() >= exchange.startMillis() + fromHour * ExchangeRun.HOUR
                        && labelled.timeMillis() < exchange.startMillis() + toHour * ExchangeRun.HOUR)
                .toList();
    }

    /** Number of requested withdrawals per typology. */
    Map<String, Long> countByTypology() {
        return withdrawals.stream()
                .collect(Collectors.groupingBy(labelled -> labelled.truth().typology(), Collectors.counting()));
    }

    /** Amount at risk per typology, in cents. */
    Map<String, Long> atRiskByTypology() {
        return withdrawals.stream()
                .collect(Collectors.groupingBy(
                        labelled -> labelled.truth().typology(),
                        Collectors.summingLong(labelled -> labelled.truth().atRiskCents())));
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        Truth truth = truths.remove(event.id());
        if (truth != null && event instanceof Withdrawal withdrawal) {
            withdrawals.add(new LabelledWithdrawal(truth, withdrawal));
        }
        if (event.requiresDecision()) {
            exchange.apply(operator.apply((DecisionRequest) event), event.timeMillis());
        }
    }

    @Override
    public void onOutcome(Outcome outcome) {}

    @Override
    public void onTruth(Truth truth) {
        truths.put(truth.eventId(), truth);
    }
}
