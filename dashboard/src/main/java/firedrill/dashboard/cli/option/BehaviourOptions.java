package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.exchange.WorldParameters;
import firedrill.ingest.parameters.ParameterException;
import firedrill.ingest.parameters.ParameterSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Behaviour of simulated customers and fraud rings, as options; the parameters' defaults otherwise. */
public final class BehaviourOptions {

    @Option(
            names = "--people-told",
            paramLabel = "N",
            description = "Mean number of contacts that the word of mouth of a churned user reaches (10).")
    private @Nullable String peopleTold;

    @Option(
            names = "--notice",
            paramLabel = "WORDS",
            description = {
                "Notice to users whose requests are stopped: duration-only, or reason-and-end, which lowers churn",
                "(duration-only)."
            })
    private @Nullable String notice;

    @Option(names = "--freeze-attackers", description = "Fraud rings keep their initial strategy.")
    private boolean isFrozen;

    /** The same settings with this behaviour. */
    public ExchangeSettings applyTo(ExchangeSettings usual) throws UserFacingException {
        var fraud = isFrozen ? usual.fraud().withoutAdaptation() : usual.fraud();
        return usual.withWorld(withParameters(usual.world())).withFraud(fraud);
    }

    private WorldParameters withParameters(WorldParameters usual) throws UserFacingException {
        ParameterSet set = usual.set();
        if (peopleTold != null) {
            set = with(set, "customer.churn.peopleTold", "--people-told", peopleTold);
        }
        if (notice != null) {
            set = with(set, "customer.friction.notice", "--notice", parameterWord(notice));
        }
        try {
            return WorldParameters.of(set);
        } catch (ParameterException e) {
            throw new UserFacingException(e.getMessage() + ".");
        }
    }

    private static ParameterSet with(ParameterSet set, String name, String option, String text)
            throws UserFacingException {
        try {
            return set.with(name, text);
        } catch (ParameterException e) {
            throw new UserFacingException(String.valueOf(e.getMessage()).replace(name, option) + ".");
        }
    }

    /** The parameter's word for the option's: {@code reasonAndEnd} for {@code reason-and-end}. */
    private static String parameterWord(String notice) throws UserFacingException {
        return switch (notice.toLowerCase(Locale.ROOT)) {
            case "duration-only" -> "durationOnly";
            case "reason-and-end" -> "reasonAndEnd";
            default ->
                throw new UserFacingException(
                        "--notice must be duration-only or reason-and-end, was '" + notice + "'.");
        };
    }
}
