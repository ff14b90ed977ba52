package firedrill.scoring.feature.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Symbols that have no state of their own, as the file {@code features/liquid-symbols.txt} lists them. */
final class LiquidSymbols {

    private static final String RESOURCE = "/features/liquid-symbols.txt";
    private static final Set<String> SYMBOLS = read();

    static boolean contains(String symbol) {
        return SYMBOLS.contains(symbol);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(LiquidSymbols.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LiquidSymbols() {}
}
