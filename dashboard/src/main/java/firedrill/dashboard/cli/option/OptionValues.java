package firedrill.dashboard.cli.option;

import firedrill.ingest.input.PlainNumber;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the texts of all options become numbers and paths: as strictly as those in files. */
public final class OptionValues {

    private OptionValues() {}

    /** Lets a command and its subcommands convert their options so. */
    public static CommandLine register(CommandLine line) {
        return line.registerConverter(Path.class, OptionValues::path)
                .registerConverter(double.class, OptionValues::decimal)
                .registerConverter(Double.class, OptionValues::decimal)
                .registerConverter(long.class, OptionValues::whole)
                .registerConverter(Long.class, OptionValues::whole)
                .registerConverter(int.class, OptionValues::smallWhole)
                .registerConverter(Integer.class, OptionValues::smallWhole);
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("a path must not be empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw new TypeConversionException("'" + text + "' cannot name a file here (" + unusable.getReason()
                    + "); paths are written in " + System.getProperty("sun.jnu.encoding")
                    + ", for all letters set LC_ALL to a locale with UTF-8 such as C.UTF-8");
        }
    }

    private static double decimal(String text) {
        return PlainNumber.decimal(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a number such as 3 or 0.5"));
    }

    private static long whole(String text) {
        return PlainNumber.whole(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a whole number such as 3"));
    }

    private static int smallWhole(String text) {
        long whole = whole(text);
        if (whole != (int) whole) {
            throw new TypeConversionException(
                    "'" + text + "' is not a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        }
        return (int) whole;
    }
}
