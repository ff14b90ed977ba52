package firedrill.ingest.customer.arrival;

import firedrill.ingest.account.Archetype;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.AirdropParameters;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.Population;
import firedrill.ingest.customer.arrival.BurstProcess.BurstDraws;
import firedrill.ingest.customer.behaviour.ActivityDispatcher;
import firedrill.ingest.exchange.api.ExchangeApi;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import firedrill.ingest.random.SingleDraw;
import java.util.stream.LongStream;

/**
 * Airdrop openings: bursts of claims by customers, most of them promo hunters, within an hour of an announced minute. Hard
 * negatives for promotion farming.
 */
final class AirdropClaims {

    /** Customers sampled to find a promo hunter; about one customer in ten is one. */
    private static final int MAX_PROMO_HUNTER_SAMPLES = 40;

    private enum AirdropDraw implements DrawIndex {
        OPENS,
        SIZE,
        LENGTH,
        POSITION,
        IS_PROMO_HUNTER,
        CUSTOMER;

        @Override
        public long index() {
            return ordinal();
        }
    }

    private final AirdropParameters parameters;
    private final Population population;
    private final ExchangeApi exchange;
    private final ActivityDispatcher dispatcher;
    private final BurstProcess bursts;
    private final RandomStream draws;
    private final RandomStream selection;

    AirdropClaims(CustomerContext context, ActivityDispatcher dispatcher) {
        parameters = context.parameters().airdrops();
        population = context.population();
        exchange = context.exchange();
        this.dispatcher = dispatcher;
        draws = context.random().stream(ArrivalStream.AIRDROP);
        selection = context.random().stream(ArrivalStream.AIRDROP_CUSTOMER);
        var purposes = new BurstDraws(AirdropDraw.OPENS, AirdropDraw.SIZE, AirdropDraw.LENGTH, AirdropDraw.POSITION);
        bursts = new BurstProcess(draws, selection, purposes, parameters.perDay());
    }

    /** Schedules the claims of an airdrop that opens at {@code secondMillis}, if one does. */
    void generateArrivals(long secondMillis) {
        if (bursts.starts(secondMillis)) {
            double meanSize = parameters.customerShare() * population.customerCount();
            bursts.arrivals(secondMillis, meanSize, parameters.lengthMinutes())
                    .forEach(arrival -> schedule(arrival.timeMillis(), arrival.key()));
        }
    }

    private void schedule(long timeMillis, long key) {
        User user = draws.bernoulli(parameters.promoHunterShare(), key, AirdropDraw.IS_PROMO_HUNTER)
                ? promoHunter(key)
                : anyCustomer(key);
        exchange.schedule(timeMillis, () -> {
            if (user.isActive()) {
                dispatcher.claimAirdrop(user, key);
            }
        });
    }

    private User anyCustomer(long key) {
        return population.uniformCustomer(draws.uniform(key, AirdropDraw.CUSTOMER));
    }

    private User promoHunter(long key) {
        return LongStream.range(0, MAX_PROMO_HUNTER_SAMPLES)
                .mapToObj(i -> population.uniformCustomer(selection.uniform(key, SingleDraw.VALUE, i)))
                .filter(user -> user.archetype() == Archetype.PROMO_HUNTER)
                .findFirst()
                .orElseGet(() -> anyCustomer(key));
    }
}
