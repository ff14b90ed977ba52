package firedrill.dashboard.cli.option;

import firedrill.dashboard.runtime.UserFacingException;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.market.kline.BadKlineFileException;
import firedrill.ingest.market.kline.Klines;
import firedrill.ingest.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A real price path instead of a drawn one, as an option. The run then begins with the file's first bar and ends with its
 * last, or with the scenario if that has incidents and ends before.
 */
public final class MarketOption {

    @Option(
            names = "--market",
            paramLabel = "FILE.csv",
            description = {
                "Replay this price file instead of drawing a path: bars in the public kline format (open time, open,",
                "high, low, close, volume, close time, quote volume, trade count, taker buy volume, taker buy quote",
                "volume, ignore). The run takes its time from the file."
            })
    private @Nullable Path file;

    private Optional<Klines> record = Optional.empty();

    /** The same in this market. */
    public ExchangeSettings applyTo(ExchangeSettings drawn) throws UserFacingException {
        return record().map(drawn::withRecordedMarket).orElse(drawn);
    }

    /** The same, no longer than the record. */
    public Scenario applyTo(Scenario drawn) throws UserFacingException {
        return record().map(klines -> drawn.fitToRecord(klines.length())).orElse(drawn);
    }

    /** No longer than the record. */
    public Duration limit(Duration wanted) throws UserFacingException {
        return record().map(Klines::length)
                .filter(length -> length.compareTo(wanted) < 0)
                .orElse(wanted);
    }

    private Optional<Klines> record() throws UserFacingException {
        if (file != null && record.isEmpty()) {
            try {
                record = Optional.of(Klines.read(file));
            } catch (BadKlineFileException bad) {
                throw new UserFacingException("The market cannot be replayed. " + bad.getMessage() + ".", bad);
            }
        }
        return record;
    }
}
