package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.User;
import java.util.List;

/**
 * Fraud ring: shared infrastructure, accounts and a learned strategy.
 *
 * @param id from 1
 * @param accounts owned from the start; empty if the specialty needs none or the exchange is too small
 */
public record FraudRing(long id, RingSpecialty specialty, List<User> accounts, RingStrategy strategy) {

    public FraudRing {
        accounts = List.copyOf(accounts);
    }

    /** The account that {@code uniform}, in (0, 1), selects, {@code step} places further on. */
    public User accountAt(double uniform, int step) {
        return accounts.get(((int) (uniform * accounts.size()) + step) % accounts.size());
    }
}
