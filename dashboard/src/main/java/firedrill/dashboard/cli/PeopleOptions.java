package firedrill.dashboard.cli;

import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.population.PopulationSettings;
import firedrill.ingest.population.PopulationSettings.Notice;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How people in the simulated world behave, honest or not, as options; as usual by default. */
final class PeopleOptions {

    private static final double MOST_TOLD = 1_000;

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
    ExchangeSettings settings(ExchangeSettings usual) throws CliFailure {
        var attacks = isFrozen ? usual.attacks().frozen() : usual.attacks();
        return usual.withPopulation(noticed(told(usual.population()))).withAttacks(attacks);
    }

    private PopulationSettings told(PopulationSettings usual) throws CliFailure {
        if (peopleTold == null) {
            return usual;
        }
        if (!(peopleTold > 0 && peopleTold <= MOST_TOLD)) {
            throw new CliFailure("--people-told must be above 0 and at most 1000, was " + peopleTold + ".");
        }
        return usual.withPeopleTold(peopleTold);
    }

    private PopulationSettings noticed(PopulationSettings usual) throws CliFailure {
        if (notice == null) {
            return usual;
        }
        for (var one : Notice.values()) {
            if (word(one).equals(notice.toLowerCase(Locale.ROOT))) {
                return usual.withNotice(one);
            }
        }
        String words = Arrays.stream(Notice.values()).map(PeopleOptions::word).collect(Collectors.joining(" or "));
        throw new CliFailure("--notice must be " + words + ", was '" + notice + "'.");
    }

    private static String word(Notice notice) {
        return notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
