package firedrill.dashboard.web.view;

import firedrill.dashboard.ledger.Bill;

/**
 * Users since the start of the run.
 *
 * @param lost users who left for a competitor
 * @param lostToWordOfMouth of these, those who left because of other users' reports
 * @param honestStoppedEvents honest orders and withdrawals that met friction
 */
public record UserFigures(long active, long lost, long lostToWordOfMouth, long complaints, long honestStoppedEvents) {

    static UserFigures of(long initialUsers, Bill bill) {
        var users = bill.users();
        return new UserFigures(
                initialUsers - users.usersLost(),
                users.usersLost(),
                users.usersLostToWordOfMouth(),
                users.complaints(),
                bill.counts().legitStoppedEvents());
    }
}
