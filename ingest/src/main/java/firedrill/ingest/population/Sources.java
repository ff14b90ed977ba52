package firedrill.ingest.population;

import firedrill.ingest.chance.Chance;
import firedrill.ingest.chance.Draws;
import firedrill.ingest.event.ExchangeEvent.Deposit.Funding;
import java.util.concurrent.TimeUnit;

/** Where honest deposits come from: bank accounts, employers that pay many, cards, own wallets, custodians. */
final class Sources {

    private static final long DAY_MILLIS = TimeUnit.DAYS.toMillis(1);

    private enum Question {
        RAIL,
        EMPLOYER,
        WHICH_EMPLOYER,
        CUSTODIAN,
        NEW_ADDRESS
    }

    private final Addresses addresses;
    private final Draws draws;
    private final Draws ids;

    Sources(Addresses addresses, Chance chance) {
        this.addresses = addresses;
        draws = chance.about("population.source");
        ids = chance.about("population.source.id");
    }

    /** The source of the deposit with this key; newcomers have few coins elsewhere, savers are paid wages. */
    Source of(User user, long key) {
        double crypto = switch (user.habit()) {
            case NEWCOMER -> Ways.NEWCOMER_CRYPTO_DEPOSITS;
            case SAVER -> Ways.SAVER_CRYPTO_DEPOSITS;
            default -> Ways.CRYPTO_DEPOSITS;
        };
        double bank = switch (user.habit()) {
            case NEWCOMER -> Ways.NEWCOMER_BANK_DEPOSITS;
            case SAVER -> Ways.SAVER_BANK_DEPOSITS;
            default -> Ways.BANK_DEPOSITS;
        };
        double rail = draws.uniform(key, Question.RAIL.ordinal());
        if (rail < crypto) {
            return new Source(Funding.CRYPTO, sender(user, key), 0);
        }
        if (rail < crypto + bank) {
            return new Source(Funding.BANK, bankAccount(user, key), Ways.BANK_FINAL_DAYS * DAY_MILLIS);
        }
        return new Source(Funding.CARD, ids.id(user.id(), 1), Ways.CARD_FINAL_DAYS * DAY_MILLIS);
    }

    /** A custodian, or a wallet of the user's own, which may never have sent from this address. */
    private long sender(User user, long key) {
        if (happens(Ways.CRYPTO_FROM_CUSTODIAN, key, Question.CUSTODIAN)) {
            return addresses.hub(key);
        }
        boolean isNew = happens(Ways.CRYPTO_FROM_NEW_ADDRESS, key, Question.NEW_ADDRESS);
        return isNew ? ids.id(key, 2) : user.mainAddress();
    }

    /** An employer's, or the user's own. */
    private long bankAccount(User user, long key) {
        boolean isEmployer = happens(Ways.BANK_FROM_EMPLOYER, key, Question.EMPLOYER);
        int employer = draws.below(Ways.EMPLOYERS, user.id(), Question.WHICH_EMPLOYER.ordinal());
        return isEmployer ? ids.id(employer, -1) : ids.id(user.id(), 0);
    }

    private boolean happens(double probability, long key, Question question) {
        return draws.happens(probability, key, question.ordinal());
    }
}
