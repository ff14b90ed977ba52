package firedrill.ingest.fraud.ring;

import firedrill.ingest.account.User;
import firedrill.ingest.fraud.parameters.AttackRates;
import firedrill.ingest.fraud.parameters.FraudParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rings, with ids from 1; the number per specialty scales with the number of users. */
public final class FraudRings {

    private final Map<RingSpecialty, List<FraudRing>> bySpecialty = new EnumMap<>(RingSpecialty.class);

    public FraudRings(int users, long startMillis, MuleAccounts muleAccounts, FraudParameters parameters) {
        int rateBlocks = (int) Math.ceil(users / AttackRates.BASE_USERS);
        boolean hasRingAccounts = users >= parameters.account().minUsers();
        long id = 1;
        for (RingSpecialty specialty : RingSpecialty.values()) {
            List<FraudRing> rings = new ArrayList<>();
            for (int i = 0; i < rateBlocks * specialty.rings(parameters.ring()); i++) {
                List<User> accounts =
                        hasRingAccounts ? muleAccounts.createForRing(specialty, id, startMillis) : List.of();
                rings.add(new FraudRing(id++, specialty, accounts, new RingStrategy(specialty, parameters)));
            }
            bySpecialty.put(specialty, rings);
        }
    }

    /** The rings of a specialty. */
    public List<FraudRing> ofSpecialty(RingSpecialty specialty) {
        return bySpecialty.getOrDefault(specialty, List.of());
    }

    /** Updates the strategy of every ring. */
    public void updateWeights() {
        bySpecialty
                .values()
                .forEach(rings -> rings.forEach(ring -> ring.strategy().updateWeights()));
    }
}
