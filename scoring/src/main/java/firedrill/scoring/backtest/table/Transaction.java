package firedrill.scoring.backtest.table;

/**
 * One row of somebody's table.
 *
 * @param number of the row, from 1, the header not counted
 * @param id as it stands in the table
 * @param timeMillis UTC
 * @param userId from 1, in the order in which users appear; counterparties, devices and networks likewise
 * @param amountCents at least 1: a row that moves nothing counts as moving a cent
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
