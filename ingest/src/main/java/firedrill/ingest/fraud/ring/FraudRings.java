package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rings, numbered from 1: so many of each line per 10,000 users. */
public final class FraudRings {

    private static final double RATE_BASE_USERS = 10_000;

    private final Map<RingSpecialty, List<FraudRing>> bySpecialty = new EnumMap<>(RingSpecialty.class);

    public FraudRings(int users, long storyMillis, MuleAccounts recruits) {
        int lots = (int) Math.ceil(users / RATE_BASE_USERS);
        boolean isWorthIt = users >= FraudParameters.MIN_USERS_FOR_RING_ACCOUNTS;
        long id = 1;
        for (RingSpecialty line : RingSpecialty.values()) {
            List<FraudRing> ofLine = new ArrayList<>();
            for (int i = 0; i < lots * line.ringsPer10kUsers; i++) {
                List<User> accounts = isWorthIt ? recruits.createForRing(line, id, storyMillis) : List.of();
                ofLine.add(new FraudRing(id++, line, accounts, new RingStrategy(line)));
            }
            bySpecialty.put(line, ofLine);
        }
    }

    /** The rings of a line. */
    public List<FraudRing> ofSpecialty(RingSpecialty line) {
        return bySpecialty.getOrDefault(line, List.of());
    }

    /** All of them think about what they have learned. */
    public void updateWeights() {
        bySpecialty
                .values()
                .forEach(ofLine -> ofLine.forEach(ring -> ring.strategy().updateWeights()));
    }
}
