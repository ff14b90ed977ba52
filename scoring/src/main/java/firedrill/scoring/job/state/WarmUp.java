package firedrill.scoring.job.state;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.DecisionRequest;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.wire.EventCodec;
import firedrill.ingest.event.wire.MalformedMessageException;
import firedrill.scoring.decision.ControlState;
import firedrill.scoring.decision.Decider;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.StageTimings;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureFold;
import java.util.Optional;

/** Decides synthetic withdrawals until the JVM has compiled the code of a decision; the decisions are discarded. */
final class WarmUp {

    /**
     * Enough for the optimising compiler of the JVM, which compiles code after some 10,000 calls; about 0.3 s.
     */
    private static final int ROUNDS = 20_000;

    private static final ControlState RULES = new ControlState(0, Mode.RULES, Optional.empty());

    static void run(Decider decider) {
        run(decider, ROUNDS);
    }

    /** Decides {@code rounds} withdrawals. */
    static void run(Decider decider, int rounds) {
        FeatureFold fold = new FeatureFold();
        long bytes = 0;
        for (long round = 1; round <= rounds; round++) {
            DecisionRequest withdrawal = decoded(withdrawal(round));
            ControlState control = round % 4 == 0 ? RULES : ControlState.START;
            Decision decision = decider.decide(withdrawal, fold.observe(withdrawal), control, false, StageTimings.NONE);
            bytes += DecisionCodec.encode(decision).length;
        }
        if (bytes == 0) {
            throw new IllegalStateException("the decisions have no bytes");
        }
    }

    /** A withdrawal by one of a hundred users; the amount rises with the round. */
    private static Withdrawal withdrawal(long round) {
        long user = 1 + round % 100;
        long cents = 100 * round;
        MarketSnapshot market = new MarketSnapshot(round % 7 - 3, round % 5 - 2, 6_000_000);
        Account account = new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, 0);
        return new Withdrawal(
                round,
                user,
                60_000 * round,
                market,
                account,
                user,
                1 + round % 50,
                "BTC",
                cents,
                2_000_000,
                false,
                0,
                true);
    }

    private static DecisionRequest decoded(Withdrawal withdrawal) {
        try {
            return EventCodec.decodeRequest(EventCodec.encode(withdrawal));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("an encoded withdrawal does not decode", e);
        }
    }

    private WarmUp() {}
}
