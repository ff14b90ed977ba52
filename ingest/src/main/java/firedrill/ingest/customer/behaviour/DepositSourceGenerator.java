package firedrill.ingest.customer.behaviour;

import firedrill.ingest.account.AddressGenerator;
import firedrill.ingest.account.User;
import firedrill.ingest.customer.BehaviourParameters;
import firedrill.ingest.event.ExchangeEvent.Deposit.PaymentRail;
import firedrill.ingest.exchange.api.DepositSource;
import firedrill.ingest.random.RandomSource;
import firedrill.ingest.random.RandomStream;
import java.util.concurrent.TimeUnit;

/** Where honest deposits come from: bank accounts, employers that pay many, cards, own wallets, custodians. */
final class DepositSourceGenerator {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private enum DepositSourceDraw {
        RAIL,
        EMPLOYER,
        WHICH_EMPLOYER,
        CUSTODIAN,
        NEW_ADDRESS
    }

    private final AddressGenerator addresses;
    private final RandomStream draws;
    private final RandomStream ids;

    DepositSourceGenerator(AddressGenerator addresses, RandomSource chance) {
        this.addresses = addresses;
        draws = chance.stream("population.source");
        ids = chance.stream("population.source.id");
    }

    /** The source of the deposit with this key; newcomers have few coins elsewhere, savers are paid wages. */
    DepositSource sourceFor(User user, long key) {
        double crypto = switch (user.archetype()) {
            case NEWCOMER -> BehaviourParameters.NEWCOMER_CRYPTO_DEPOSIT_SHARE;
            case RECURRING_BUYER -> BehaviourParameters.RECURRING_BUYER_CRYPTO_DEPOSIT_SHARE;
            default -> BehaviourParameters.CRYPTO_DEPOSIT_SHARE;
        };
        double bank = switch (user.archetype()) {
            case NEWCOMER -> BehaviourParameters.NEWCOMER_BANK_DEPOSIT_SHARE;
            case RECURRING_BUYER -> BehaviourParameters.RECURRING_BUYER_BANK_DEPOSIT_SHARE;
            default -> BehaviourParameters.BANK_DEPOSIT_SHARE;
        };
        double rail = draws.uniform(key, DepositSourceDraw.RAIL.ordinal());
        if (rail < crypto) {
            return new DepositSource(PaymentRail.CRYPTO, sender(user, key), 0);
        }
        if (rail < crypto + bank) {
            return new DepositSource(
                    PaymentRail.BANK, bankAccount(user, key), BehaviourParameters.BANK_REVERSIBLE_DAYS * DAY_MILLIS);
        }
        return new DepositSource(
                PaymentRail.CARD, ids.randomId(user.id(), 1), BehaviourParameters.CARD_REVERSIBLE_DAYS * DAY_MILLIS);
    }

    /** A custodian, or a wallet of the user's own, which may never have sent from this address. */
    private long sender(User user, long key) {
        if (happens(BehaviourParameters.CRYPTO_FROM_CUSTODIAN_SHARE, key, DepositSourceDraw.CUSTODIAN)) {
            return addresses.custodianAddress(key);
        }
        boolean isNew = happens(BehaviourParameters.CRYPTO_FROM_NEW_ADDRESS_SHARE, key, DepositSourceDraw.NEW_ADDRESS);
        return isNew ? ids.randomId(key, 2) : user.mainAddressId();
    }

    /** An employer's, or the user's own. */
    private long bankAccount(User user, long key) {
        boolean isEmployer =
                happens(BehaviourParameters.BANK_DEPOSITS_FROM_EMPLOYER_SHARE, key, DepositSourceDraw.EMPLOYER);
        int employer =
                draws.uniformInt(BehaviourParameters.EMPLOYERS, user.id(), DepositSourceDraw.WHICH_EMPLOYER.ordinal());
        return isEmployer ? ids.randomId(employer, -1) : ids.randomId(user.id(), 0);
    }

    private boolean happens(double probability, long key, DepositSourceDraw question) {
        return draws.bernoulli(probability, key, question.ordinal());
    }
}
