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
 * Converts external transactions to events of the exchange: each becomes a withdrawal by its user to its counterparty.
 *
 * <p>An event has fields that a table lacks. They are filled with placeholders, and the features computed from
 * placeholders are set to their missing values.
 */
final class TransactionAdapter {

    private static final MarketSnapshot CALM = new MarketSnapshot(0, 0, 1);
    private static final String ASSET = "money";
    /** Offset of synthetic device ids, above the ids of real devices. */
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

    /** The withdrawal; placeholders: a new account, a balance equal to the amount, a calm market. */
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

    /** The report of the fraud in {@code row}. */
    FraudReport toFraudReport(Transaction row, long arrivesMillis) {
        return new FraudReport(row.userId(), arrivesMillis, row.number());
    }

    /** Sets the features that depend on placeholders to their missing values. */
    void maskUnavailable(double[] features) {
        for (Feature feature : unavailable) {
            features[feature.ordinal()] = feature.missing();
        }
    }
}
