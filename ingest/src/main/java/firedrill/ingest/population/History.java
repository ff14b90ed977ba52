package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What users did in the thirty days before the start, as far as a scorer must know it: each device was used, money came
 * in, each address received some. In time order.
 */
public final class History {

    private static final long DAYS_MILLIS = 30L * 86_400_000;
    /** The last hour belongs to the run. */
    private static final long RECENT_MILLIS = 3_600_000;

    /** What kind of thing a user did. */
    public enum Kind {
        LOGIN,
        DEPOSIT,
        WITHDRAWAL
    }

    /**
     * Something a user did.
     *
     * @param entityId the device of a login, the address of a withdrawal, 0 for a deposit
     * @param cents what moved, 0 for a login
     */
    public record Deed(Kind kind, Member member, long timeMillis, long entityId, long cents) {}

    /** The deeds of everybody before {@code startMillis}. */
    public static List<Deed> before(Chance chance, Population people, long startMillis) {
        var deeds = new ArrayList<Deed>();
        for (long userId = 1; userId <= people.size(); userId++) {
            add(chance, people.member(userId), startMillis, deeds);
        }
        deeds.sort(Comparator.comparingLong(Deed::timeMillis));
        return deeds;
    }

    private static void add(Chance chance, Member member, long startMillis, List<Deed> deeds) {
        int index = 0;
        for (long device : member.devices()) {
            deeds.add(new Deed(Kind.LOGIN, member, time(chance, member, startMillis, index++), device, 0));
        }
        deeds.add(new Deed(
                Kind.DEPOSIT,
                member,
                time(chance, member, startMillis, index++),
                0,
                Math.max(1_000, member.usualCents() / 4)));
        for (long address : member.addresses()) {
            long cents = Math.round(member.usualCents()
                    * Math.min(0.9, chance.logNormal(0.1, 1, Purpose.HISTORY, member.userId(), 100 + index)));
            deeds.add(new Deed(
                    Kind.WITHDRAWAL,
                    member,
                    time(chance, member, startMillis, index++),
                    address,
                    Math.max(1_000, cents)));
        }
    }

    private static long time(Chance chance, Member member, long startMillis, int index) {
        double ago = RECENT_MILLIS + chance.uniform(Purpose.HISTORY, member.userId(), index) * DAYS_MILLIS;
        return startMillis - Math.round(ago);
    }

    private History() {}
}
