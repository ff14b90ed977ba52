package firedrill.ingest.attack;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.population.Addresses;
import firedrill.ingest.population.User;

/** What the rings work with: a few devices and addresses each, in use for some hours, then replaced. */
final class Rings {

    private static final long MINUTE_MILLIS = 60_000;

    private final Draws devices;
    private final Draws proxies;
    private final Draws addresses;
    private final Draws which;
    private final Addresses custodians;

    Rings(Chance chance, Addresses custodians) {
        devices = chance.about("attack.device");
        proxies = chance.about("attack.proxy");
        addresses = chance.about("attack.address");
        which = chance.about("attack.ring");
        this.custodians = custodians;
    }

    /** The ring that is behind a takeover. */
    int ringOf(long key) {
        return which.below(Assumptions.RINGS, key, 0);
    }

    /** The device of a takeover that begins at {@code timeMillis}; {@code number} asks for another one. */
    long device(long key, int number, User victim, long timeMillis) {
        double uniform = which.uniform(key, 10L + number);
        if (uniform < Assumptions.ON_RING_DEVICE) {
            long set = timeMillis / MINUTE_MILLIS / Assumptions.DEVICES_ROTATE_MINUTES;
            int place = which.below(Assumptions.DEVICES_AT_A_TIME, key, 30L + number);
            return devices.id(ringOf(key), set * Assumptions.DEVICES_AT_A_TIME + place);
        }
        boolean isProxy = number > 0 || uniform < Assumptions.ON_RING_DEVICE + Assumptions.ON_PROXY;
        return isProxy ? proxies.id(key, number) : victim.mainDevice();
    }

    /** The address of a takeover; {@code number} asks for another one. */
    long address(long key, int number, User victim, long timeMillis) {
        double uniform = which.uniform(key, 50L + number);
        if (uniform < Assumptions.TO_RING_ADDRESS) {
            long set = timeMillis / MINUTE_MILLIS / Assumptions.ADDRESSES_ROTATE_MINUTES;
            int place = which.below(Assumptions.ADDRESSES_AT_A_TIME, key, 70L + number);
            return addresses.id(ringOf(key), set * Assumptions.ADDRESSES_AT_A_TIME + place);
        }
        double rest = uniform - Assumptions.TO_RING_ADDRESS;
        if (rest < Assumptions.TO_SAVED_ADDRESS) {
            return victim.mainAddress();
        }
        long own = which.bits(key, 90L + number);
        boolean isCustodian = rest < Assumptions.TO_SAVED_ADDRESS + Assumptions.TO_CUSTODIAN;
        return isCustodian ? custodians.hub(own) : addresses.id(own, number);
    }
}
