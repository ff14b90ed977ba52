package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.CustomerContext;
import firedrill.ingest.customer.DepositParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.random.DrawIndex;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/** Sources of customers' deposits: bank accounts, employers that pay many, cards, own wallets, custodians. */
final class DepositSourceGenerator {

    private enum SourceDraw implements DrawIndex {
        RAIL,
        FROM_EMPLOYER,
        EMPLOYER,
        FROM_CUSTODIAN,
        FROM_NEW_ADDRESS;

        @Override
        public long index() {
            return ordinal();
        }
    }

    /** Ids by user, by deposit and, for employers, by number. */
    private enum SourceIdDraw implements DrawIndex {
        BANK_ACCOUNT(0),
        CARD(1),
        NEW_ADDRESS(2),
        EMPLOYER(-1);

        private final long index;

        SourceIdDraw(long index) {
            this.index = index;
        }

        @Override
        public long index() {
            return index;
        }
    }

    private final DepositParameters parameters;
    private final AddressGenerator addresses;
    private final RandomStream draws;
    private final RandomStream ids;

    DepositSourceGenerator(CustomerContext context) {
        parameters = context.parameters().deposits();
        addresses = context.addresses();
        draws = context.random().stream(BehaviourStream.DEPOSIT_SOURCE);
        ids = context.random().stream(BehaviourStream.DEPOSIT_SOURCE_ID);
    }

    /** The source of the deposit with this key. */
    DepositSource sourceFor(User user, long key) {
        double crypto = parameters.rails().crypto(user.archetype());
        double bank = parameters.rails().bank(user.archetype());
        double rail = draws.uniform(key, SourceDraw.RAIL);
        if (rail < crypto) {
            return new DepositSource(PaymentRail.CRYPTO, senderAddress(user, key), 0);
        }
        if (rail < crypto + bank) {
            return new DepositSource(
                    PaymentRail.BANK, bankAccount(user, key), TimeUnit.DAYS.toMillis(parameters.bankReversibleDays()));
        }
        return new DepositSource(
                PaymentRail.CARD,
                ids.randomId(user.id(), SourceIdDraw.CARD),
                TimeUnit.DAYS.toMillis(parameters.cardReversibleDays()));
    }

    /** A custodian's address or one of the user's own wallet, which may be new. */
    private long senderAddress(User user, long key) {
        if (draws.bernoulli(parameters.fromCustodianShare(), key, SourceDraw.FROM_CUSTODIAN)) {
            return addresses.custodianAddress(key);
        }
        boolean isNew = draws.bernoulli(parameters.fromNewAddressShare(), key, SourceDraw.FROM_NEW_ADDRESS);
        return isNew ? ids.randomId(key, SourceIdDraw.NEW_ADDRESS) : user.mainAddressId();
    }

    /** The employer's account or the user's own. */
    private long bankAccount(User user, long key) {
        if (!draws.bernoulli(parameters.employerShare(), key, SourceDraw.FROM_EMPLOYER)) {
            return ids.randomId(user.id(), SourceIdDraw.BANK_ACCOUNT);
        }
        int employer = draws.uniformInt(parameters.employers(), user.id(), SourceDraw.EMPLOYER);
        return ids.randomId(employer, SourceIdDraw.EMPLOYER);
    }
}
