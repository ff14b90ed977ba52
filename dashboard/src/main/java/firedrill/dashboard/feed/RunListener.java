package firedrill.dashboard.feed;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.scoring.decision.ControlCommand;
import firedrill.scoring.decision.DeadLetter;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.ShadowScore;
import firedrill.scoring.decision.Signal;

/** Is told what stands on the topics, one record at a time, by one thread. */
public interface RunListener {

    void event(ExchangeEvent event);

    void outcome(Outcome outcome);

    void truth(Truth truth);

    void decision(Decision decision);

    void control(ControlCommand command);

    void signal(Signal signal);

    void shadow(ShadowScore score);

    void deadLetter(DeadLetter letter);

    /** A record that this reader cannot read either: counted, never fatal. */
    void unreadable(String topic, String reason);
}
