package firedrill.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firedrill.ingest.market.Asset;
import firedrill.ingest.market.Prices;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final long PRICE = 6_000_000;

    @Test
    void whatIsSetAsideCanBeSpentOnceOrGivenBack() {
        var wallet = new Wallet();
        wallet.credit(Asset.CASH, 100);
        wallet.reserve(Asset.CASH, 70);
        wallet.debitReserved(Asset.CASH, 40);
        wallet.release(Asset.CASH, 30);

        assertThat(wallet.availableQuantity(Asset.CASH)).isEqualTo(60);
        assertThat(wallet.reservedQuantity(Asset.CASH)).isZero();
        assertThatThrownBy(() -> wallet.debitReserved(Asset.CASH, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingFallsBelowZero() {
        var wallet = new Wallet();
        wallet.credit(Asset.BTC, 5);

        assertThatThrownBy(() -> wallet.reserve(Asset.BTC, 6)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wallet.reserve(Asset.CASH, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wallet.credit(Asset.CASH, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aQuantityOfCoinIsWorthNoMoreThanWasPaid(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long cents,
            @ForAll @LongRange(min = 100, max = 1_000_000_000) long price) {
        long value = Asset.BTC.valueCents(Asset.BTC.quantity(cents, at(price)), at(price));

        assertThat(value).isBetween(cents - 1 - price / 100_000_000, cents);
    }

    @Test
    void theLargerAssetIsTheOneThatIsWorthMore() {
        var wallet = new Wallet();
        wallet.credit(Asset.CASH, 1_000_000);
        wallet.credit(Asset.BTC, Asset.BTC.quantity(900_000, at(PRICE)));

        assertThat(wallet.largestHolding(at(PRICE))).isEqualTo(Asset.CASH);
        assertThat(wallet.largestHolding(at(2 * PRICE))).isEqualTo(Asset.BTC);
        assertThat(wallet.availableCents(at(PRICE))).isBetween(1_899_999L, 1_900_000L);
    }

    private static Prices at(long price) {
        return asset -> asset == Asset.CASH ? 100 : price;
    }
}
