package firedrill.ingest.market;

/** What each asset costs now, in US cents. */
@FunctionalInterface
public interface Prices {

    /** Above 0; 100 for {@link Asset#CASH}. */
    long priceCents(Asset asset);
}
