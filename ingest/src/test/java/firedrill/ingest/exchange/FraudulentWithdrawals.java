package firedrill.ingest.exchange;

import firedrill.ingest.event.Answer;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.DecisionRequest;
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

/** A quiet run of which only fraudulent withdrawals are kept, so that a long one fits into memory. */
final class FraudulentWithdrawals implements ExchangeListener {

    private record LabelledWithdrawal(Truth truth, Withdrawal withdrawal) {}

    private final List<LabelledWithdrawal> thefts = new ArrayList<>();
    private final Map<Long, Truth> truths = new LinkedHashMap<>();
    private final Function<DecisionRequest, Answer> operator;
    private final Exchange exchange;

    FraudulentWithdrawals(
            int users, FraudSettings attacks, long seed, int hours, Function<DecisionRequest, Answer> operator) {
        this.operator = operator;
        var settings = ExchangeSettings.DEFAULT.withUsers(users).withFraud(attacks);
        try {
            exchange = new Exchange(settings, ScenarioCatalogue.load("quiet"), seed, 1, this);
        } catch (BadScenarioException bad) {
            throw new AssertionError(bad);
        }
        exchange.runUntil(exchange.startMillis() + hours * ExchangeRun.HOUR);
    }

    /**
     * The first from each victim, of those that begin between two hours of the story; later ones are second tries, smaller
     * because the first was stopped.
     */
    List<Withdrawal> first(String typology, int fromHour, int toHour) {
        Map<Long, Withdrawal> first = new LinkedHashMap<>();
        thefts.stream()
                .filter(theft -> theft.truth().typology().equals(typology))
                .forEach(theft -> first.putIfAbsent(theft.truth().userId(), theft.withdrawal()));
        return first.values().stream()
                .filter(theft -> theft.timeMillis() >= exchange.startMillis() + fromHour * ExchangeRun.HOUR
                        && theft.timeMillis() < exchange.startMillis() + toHour * ExchangeRun.HOUR)
                .toList();
    }

    /** How many withdrawals each kind of fraud asked for. */
    Map<String, Long> countByTypology() {
        return thefts.stream()
                .collect(Collectors.groupingBy(theft -> theft.truth().typology(), Collectors.counting()));
    }

    /** What each kind of fraud meant to take, in cents. */
    Map<String, Long> atRiskByTypology() {
        return thefts.stream()
                .collect(Collectors.groupingBy(
                        theft -> theft.truth().typology(),
                        Collectors.summingLong(theft -> theft.truth().atRiskCents())));
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        Truth truth = truths.remove(event.id());
        if (truth != null && event instanceof Withdrawal withdrawal) {
            thefts.add(new LabelledWithdrawal(truth, withdrawal));
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
