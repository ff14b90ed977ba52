package firedrill.ingest.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations such as {@code 90s}, {@code 40m}, {@code 1h30m}, {@code 2d}. */
public final class DurationParser {

    private static final Pattern SHAPE =
            Pattern.compile("(-)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    /** Empty if the text is not a duration. Negative durations are parsed, so that the range check can report them. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (text.isEmpty() || !matcher.matches() || !Character.isLetter(text.charAt(text.length() - 1))) {
            return Optional.empty();
        }
        Duration duration = Duration.ofDays(part(matcher, 2))
                .plusHours(part(matcher, 3))
                .plusMinutes(part(matcher, 4))
                .plusSeconds(part(matcher, 5));
        return Optional.of(matcher.group(1) == null ? duration : duration.negated());
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private DurationParser() {}
}
