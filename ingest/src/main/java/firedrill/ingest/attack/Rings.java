package firedrill.ingest.attack;

import firedrill.ingest.population.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rings, numbered from 1: so many of each line per 10,000 users. */
final class Rings {

    private static final double USERS_OF_RINGS = 10_000;

    private final Map<Line, List<Ring>> rings = new EnumMap<>(Line.class);

    Rings(int users, long storyMillis, Recruits recruits) {
        int lots = (int) Math.ceil(users / USERS_OF_RINGS);
        boolean isWorthIt = users >= Assumptions.LEAST_USERS_FOR_OWN_ACCOUNTS;
        long id = 1;
        for (Line line : Line.values()) {
            List<Ring> ofLine = new ArrayList<>();
            for (int i = 0; i < lots * line.rings; i++) {
                List<User> accounts = isWorthIt ? recruits.open(line, id, storyMillis) : List.of();
                ofLine.add(new Ring(id++, line, accounts, new Habits(line)));
            }
            rings.put(line, ofLine);
        }
    }

    /** The rings of a line. */
    List<Ring> of(Line line) {
        return rings.getOrDefault(line, List.of());
    }

    /** All of them think about what they have learned. */
    void ponder() {
        rings.values().forEach(ofLine -> ofLine.forEach(ring -> ring.habits().ponder()));
    }
}
