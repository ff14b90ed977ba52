package firedrill.scoring.backtest.table;

/**
 * One row of an external table.
 *
 * @param number row number from 1, without the header
 * @param id transaction id from the table
 * @param timeMillis UTC
 * @param userId assigned from 1 in order of appearance, like counterparties, devices and networks
 * @param amountCents at least 1: an amount of 0 counts as one cent
 * @param deviceId 0 if unknown
 * @param networkId 0 if unknown
 */
public record Transaction(
        long number,
        String id,
        long timeMillis,
        long userId,
        long counterpartyId,
        long amountCents,
        boolean fraud,
        long deviceId,
        long networkId) {}
