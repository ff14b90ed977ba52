package firedrill.dashboard.monitor;

import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;

/** Receives the records of the topics, one at a time, on one thread. */
public interface TopicListener {

    void onEvent(ExchangeEvent event);

    void onOutcome(Outcome outcome);

    void onTruth(Truth truth);

    /** The probability that a user departs, which only the simulation knows. */
    default void onDepartureRisk(DepartureRisk risk) {}

    void onDecision(Decision decision);

    void onControl(ControlCommand command);

    void onSignal(Signal signal);

    void onShadowScore(ShadowScore score);

    void onDeadLetter(DeadLetter letter);

    /** A record that this reader cannot read either: counted, never fatal. */
    void onUnreadable(String topic, String reason);
}
