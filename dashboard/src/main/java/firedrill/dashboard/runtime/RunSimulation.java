package firedrill.dashboard.runtime;

import firedrill.dashboard.monitor.LiveRun;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Truth;
import firedrill.ingest.exchange.Exchange;
import firedrill.ingest.exchange.ExchangeListener;
import java.time.Duration;

/**
 * The exchange of a run: its reports go to Kafka while the run lasts. In the aftermath they go straight to the run's
 * ledger, because the exchange then runs as fast as the CPU goes, days ahead of the clock of the scorer.
 */
final class RunSimulation implements ExchangeListener {

    private final LiveRun run;
    private final ExchangeListener live;
    private final Exchange exchange;
    private boolean isOver;

    /** The exchange of {@code plan}, which reports to {@code live} until its aftermath. */
    RunSimulation(RunPlan plan, LiveRun run, ExchangeListener live) {
        this.run = run;
        this.live = live;
        this.exchange = new Exchange(plan.settings(), plan.scenario(), plan.seed(), plan.firstEventId(), this);
    }

    Exchange exchange() {
        return exchange;
    }

    /** Settles what is pending: holds, reviews, reports, departures. No other thread may use the exchange any more. */
    void settle(Duration aftermath) {
        isOver = true;
        exchange.closeRequests();
        exchange.runUntil(exchange.nowMillis() + aftermath.toMillis());
    }

    @Override
    public void onEvent(ExchangeEvent event) {
        live.onEvent(event);
    }

    @Override
    public void onOutcome(Outcome outcome) {
        if (isOver) {
            run.settle(outcome);
        } else {
            live.onOutcome(outcome);
        }
    }

    @Override
    public void onTruth(Truth truth) {
        live.onTruth(truth);
    }

    @Override
    public void onDepartureRisk(DepartureRisk risk) {
        if (isOver) {
            run.onDepartureRisk(risk);
        } else {
            live.onDepartureRisk(risk);
        }
    }
}
