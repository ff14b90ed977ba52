package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.User;
import java.util.List;

/**
 * Fraudsters who work together: devices, networks and addresses of their own, accounts of their own, and what they have
 * learned.
 *
 * @param id from 1
 * @param accounts that it owns from the beginning; empty if it needs none or the exchange is too small for it
 */
public record FraudRing(long id, RingSpecialty specialty, List<User> accounts, RingStrategy strategy) {

    public FraudRing {
        accounts = List.copyOf(accounts);
    }

    /** Which of its accounts {@code uniform}, in (0, 1), picks; {@code step} more is another one. */
    public User accountAt(double uniform, int step) {
        return accounts.get(((int) (uniform * accounts.size()) + step) % accounts.size());
    }
}
