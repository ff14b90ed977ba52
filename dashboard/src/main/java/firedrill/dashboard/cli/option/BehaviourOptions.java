package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.customer.CustomerSettings;
import firedrill.ingest.customer.CustomerSettings.CustomerNotice;
import firedrill.ingest.exchange.ExchangeSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How people in the simulated world behave, honest or not, as options; as usual by default. */
public final class BehaviourOptions {

    private static final double MAX_PEOPLE_TOLD = 1_000;

    @Option(
            names = "--people-told",
            paramLabel = "N",
            description = "How many others hear of it when a user leaves, on average (10).")
    private @Nullable Double peopleTold;

    @Option(
            names = "--notice",
            paramLabel = "WORDS",
            description = {
                "What users are told when something of theirs is stopped: duration-only, or reason-and-end, after which",
                "fewer leave (duration-only)."
            })
    private @Nullable String notice;

    @Option(names = "--freeze-attackers", description = "Rings do not learn from what happens to their attempts.")
    private boolean isFrozen;

    /** The same with these people. */
    public ExchangeSettings applyTo(ExchangeSettings usual) throws UserFacingException {
        var attacks = isFrozen ? usual.fraud().withoutAdaptation() : usual.fraud();
        return usual.withCustomers(withNotice(withPeopleTold(usual.customers())))
                .withFraud(attacks);
    }

    private CustomerSettings withPeopleTold(CustomerSettings usual) throws UserFacingException {
        if (peopleTold == null) {
            return usual;
        }
        if (!(peopleTold > 0 && peopleTold <= MAX_PEOPLE_TOLD)) {
            throw new UserFacingException("--people-told must be above 0 and at most 1000, was " + peopleTold + ".");
        }
        return usual.withPeopleTold(peopleTold);
    }

    private CustomerSettings withNotice(CustomerSettings usual) throws UserFacingException {
        if (notice == null) {
            return usual;
        }
        for (var one : CustomerNotice.values()) {
            if (word(one).equals(notice.toLowerCase(Locale.ROOT))) {
                return usual.withNotice(one);
            }
        }
        String words = Arrays.stream(CustomerNotice.values())
                .map(BehaviourOptions::word)
                .collect(Collectors.joining(" or "));
        throw new UserFacingException("--notice must be " + words + ", was '" + notice + "'.");
    }

    private static String word(CustomerNotice notice) {
        return notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
