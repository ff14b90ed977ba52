package firedrill.scoring.backtest;

import firedrill.ingest.event.Account;
import firedrill.ingest.event.ExchangeEvent.Withdrawal;
import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.event.Outcome.FraudReport;
import firedrill.scoring.backtest.table.ColumnMapping;
import firedrill.scoring.backtest.table.ColumnMapping.ColumnRole;
import firedrill.scoring.backtest.table.Transaction;
import firedrill.scoring.feature.Entity;
import firedrill.scoring.feature.Feature;
import java.util.List;
import java.util.stream.Stream;

/**
 * Transactions as events of our exchange: each is a withdrawal by its user to its counterparty.
 *
 * <p>An event must say more than a table does; what is made up for it is taken out of the features again, which then have
 * their missing values.
 */
final class TransactionAdapter {

    private static final MarketSnapshot CALM = new MarketSnapshot(0, 0, 1);
    private static final String ASSET = "money";
    /** So that no user's made-up device is another's real one. */
    private static final long SYNTHETIC_DEVICE_BASE = 1L << 40;

    private final List<Feature> unavailable;

    TransactionAdapter(ColumnMapping mapping) {
        boolean hasDevice = mapping.column(ColumnRole.DEVICE).isPresent();
        unavailable = Stream.of(Feature.values())
                .filter(feature -> feature == Feature.DRAIN_FRACTION
                        || (!hasDevice
                                && (feature == Feature.MINUTES_SINCE_DEVICE_FIRST_USED
                                        || feature == Feature.ADDRESS_DEVICES_7D
                                        || feature.entity() == Entity.DEVICE)))
                .toList();
    }

    /** The account is as new as the withdrawal and holds no more than it takes; the market is calm. */
    Withdrawal toWithdrawal(Transaction row) {
        return new Withdrawal(
                row.number(),
                row.userId(),
                row.timeMillis(),
                CALM,
                new Account(Account.Tier.RETAIL, Account.Jurisdiction.EU, row.timeMillis()),
                row.deviceId() == 0 ? SYNTHETIC_DEVICE_BASE + row.userId() : row.deviceId(),
                row.counterpartyId(),
                ASSET,
                row.amountCents(),
                row.amountCents(),
                false,
                row.networkId(),
                true);
    }

    /** The fraud of {@code row} as it becomes known. */
    FraudReport toFraudReport(Transaction row, long arrivesMillis) {
        return new FraudReport(row.userId(), arrivesMillis, row.number());
    }

    /** Takes out of {@code features} what the table did not say. */
    void maskUnavailable(double[] features) {
        for (Feature feature : unavailable) {
            features[feature.ordinal()] = feature.missing();
        }
    }
}
