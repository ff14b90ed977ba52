package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.Bill;

/**
 * Users since the start of the run.
 *
 * @param lost users who left for a competitor
 * @param lostToWordOfMouth of these, those who left because of other users' reports
 * @param peopleTold people whom the lost users told
 * @param peopleReached of these, those who were still customers
 * @param expectedLost sum of the probabilities of leaving, over all who were annoyed, drawn or not
 * @param expectedLostToWordOfMouth of it, the part of those who were told by others
 * @param honestStoppedEvents honest orders and withdrawals that met friction
 */
public record UserFigures(
        long active,
        long lost,
        long lostToWordOfMouth,
        long peopleTold,
        long peopleReached,
        double expectedLost,
        double expectedLostToWordOfMouth,
        long complaints,
        long honestStoppedEvents) {

    static UserFigures of(long initialUsers, Bill bill) {
        var users = bill.users();
        return new UserFigures(
                initialUsers - users.usersLost(),
                users.usersLost(),
                users.usersLostToWordOfMouth(),
                users.peopleTold(),
                users.peopleReached(),
                users.expectedDepartures(),
                users.expectedDeparturesToWordOfMouth(),
                users.complaints(),
                bill.counts().legitStoppedEvents());
    }
}
