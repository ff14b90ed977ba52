package firedrill.ingest.market;

/** Current price of each asset. */
@FunctionalInterface
public interface Prices {

    /** Price in US cents; above 0, 100 for {@link Asset#CASH}. */
    long priceCents(Asset asset);
}
