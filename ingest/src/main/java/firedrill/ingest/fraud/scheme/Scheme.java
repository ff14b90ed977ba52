package firedrill.ingest.fraud.scheme;

import firedrill.ingest.fraud.ring.Attack;

/** Attack scheme of a typology. */
@FunctionalInterface
interface Scheme {

    /** Schedules all steps of an attack. */
    void schedule(Attack attack);
}
