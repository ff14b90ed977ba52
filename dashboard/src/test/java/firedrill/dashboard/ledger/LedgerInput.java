package firedrill.dashboard.ledger;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.Account.Jurisdiction;
import firedrill.ingest.event.Account.Tier;
import firedrill.ingest.event.Action;
import firedrill.ingest.event.DepartureRisk;
import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.ExchangeEvent.Order;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.OrderDetails;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.ingest.event.Outcome.Settlement;
import firedrill.ingest.event.Outcome.Settlement.Disposition;
import firedrill.ingest.event.Truth;
import java.util.Arrays;
import java.util.List;

/** One input of the ledger. */
interface LedgerInput {

    LedgerEntry.Tariff TARIFF = new LedgerEntry.Tariff(10, 0.03, 900, 0.05);
    MarketSnapshot MARKET = new MarketSnapshot(0, 0, 5_000_000);
    Account ACCOUNT = new Account(Tier.RETAIL, Jurisdiction.EU, 0);

    void applyTo(Ledger ledger);

    static Ledger ledgerOf(LedgerInput... parts) {
        return ledgerOf(Arrays.asList(parts));
    }

    static Ledger ledgerOf(List<LedgerInput> parts) {
        var ledger = new Ledger(TARIFF, 1);
        parts.forEach(part -> part.applyTo(ledger));
        return ledger;
    }

    static LedgerInput event(ExchangeEvent event) {
        return ledger -> ledger.recordEvent(event);
    }

    static LedgerInput withdrawal(long id, long cents) {
        return event(new Withdrawal(id, 5, id, MARKET, ACCOUNT, 9, 11, "BTC", cents, cents, false, 0, true));
    }

    static LedgerInput order(long id, long cents) {
        return event(new Order(
                id,
                5,
                id,
                MARKET,
                ACCOUNT,
                9,
                "BTC-USD",
                Order.Side.SELL,
                cents,
                cents,
                false,
                OrderDetails.manualMarketOrder(0)));
    }

    static LedgerInput decision(long id, Action action, double probability) {
        var decision = DecisionFixtures.of(id, id, action, probability);
        return ledger -> ledger.recordDecision(decision);
    }

    static LedgerInput fraud(long id, long atRiskCents) {
        return ledger -> ledger.recordTruth(new Truth(id, 5, id, "account-takeover", atRiskCents));
    }

    /** A request of the theft {@code theftId}; {@code attempt} above 0 is a retry. */
    static LedgerInput theft(long id, long theftId, int attempt, long atRiskCents) {
        return ledger ->
                ledger.recordTruth(new Truth(id, 5, id, "account-takeover", atRiskCents, 0, theftId, attempt, false));
    }

    static LedgerInput laundering(long id, long atRiskCents) {
        return ledger -> ledger.recordTruth(new Truth(id, 5, id, "structuring", atRiskCents, 0, id, 0, true));
    }

    static LedgerInput risk(long causeEventId, double departures, long lossCents, boolean isWordOfMouth) {
        return ledger -> ledger.recordDepartureRisk(
                new DepartureRisk(5, causeEventId, causeEventId, departures, lossCents, isWordOfMouth));
    }

    static LedgerInput released(long id) {
        return settled(id, Disposition.RELEASED);
    }

    static LedgerInput settled(long id, Disposition disposition) {
        return outcome(new Settlement(5, id + 1, id, disposition, 1_000, 0));
    }

    static LedgerInput reported(long id) {
        return outcome(new FraudReport(5, id + 2, id));
    }

    static LedgerInput outcome(Outcome outcome) {
        return ledger -> ledger.recordOutcome(outcome);
    }
}
