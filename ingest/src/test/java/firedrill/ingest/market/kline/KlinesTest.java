package firedrill.ingest.market.kline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firedrill.ingest.event.MarketSnapshot;
import firedrill.ingest.market.Asset;
import firedrill.ingest.market.MarketParameters;
import firedrill.ingest.market.PricePath;
import firedrill.ingest.random.RandomSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KlinesTest {

    private static final Path CRASH_DAY = Path.of("src/test/resources/market/crash-day-klines.csv");
    private static final long SEED_OF_FILE = 3;
    private static final long START = 1_767_571_200_000L;
    private static final String FIRST = "1767571200000,100,110,90,105,5,1767571259999,500,50,2,200,0\n";
    private static final String SECOND = "1767571260000,105,120,104,118,7,1767571319999,800,100,3,300,0\n";
    private static final String THIRD = "1767571320000,118,118,100,101,6,1767571379999,600,75,3,300,0\n";

    @Test
    void theExampleFileIsWhatTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(CRASH_DAY))
                .as(
                        "if the market changed on purpose, replace the file by the text of KlineWriter.crashDay(%d)",
                        SEED_OF_FILE)
                .isEqualTo(KlineWriter.crashDay(SEED_OF_FILE));
    }

    @Property(tries = 10)
    void thePathMeetsOpenHighLowAndCloseOfEachBar(@ForAll long seed) throws BadKlineFileException {
        Klines klines = Klines.read(CRASH_DAY);
        PricePath path = replay(klines, seed);

        for (int i = 0; i < klines.size(); i++) {
            Klines.Bar bar = klines.bar(i);
            double high = path.snapshot().priceCents();
            double low = high;
            for (int second = 1; second <= 60; second++) {
                double price =
                        path.advanceTo(START + i * 60_000L + second * 1_000L).priceCents();
                high = Math.max(high, price);
                low = Math.min(low, price);
                assertThat(price).isBetween(bar.low() * 100 - 1, bar.high() * 100 + 1);
            }
            assertThat(high).isCloseTo(bar.high() * 100, within(1.0));
            assertThat(low).isCloseTo(bar.low() * 100, within(1.0));
            assertThat((double) path.snapshot().priceCents()).isCloseTo(bar.close() * 100, within(1.0));
        }
    }

    @Test
    void aRecordedCrashHasTheFiguresOfASimulatedOne() throws BadKlineFileException {
        PricePath path = replay(Klines.read(CRASH_DAY), 5);
        long smallCoin = path.priceCents(Asset.VIA);
        MarketSnapshot before = path.advanceTo(START + 119 * 60_000L);
        MarketSnapshot after = path.advanceTo(START + 151 * 60_000L);

        assertThat(before.returnZ()).isBetween(-4.0, 4.0);
        assertThat(after.returnZ()).isLessThan(-8);
        assertThat(after.volatilityZ()).isGreaterThan(1.5);
        assertThat(after.liquidatedShare()).isGreaterThan(0.02);
        assertThat(after.depthShare()).isLessThan(0.4);
        assertThat(path.priceCents(Asset.VIA)).isLessThan((long) (0.9 * smallCoin));
        assertThat(path.orderIntensity()).isGreaterThan(2);
    }

    @Test
    void beforeTheFirstBarAndAfterTheLastThePriceIsConstant() throws BadKlineFileException, IOException {
        PricePath path = replay(text(FIRST + SECOND + THIRD), 1);

        assertThat(path.snapshot().priceCents()).isEqualTo(10_000);
        assertThat(path.orderIntensity()).isEqualTo(1);
        assertThat(path.advanceTo(START + 180_000).priceCents()).isEqualTo(10_100);
        assertThat(path.advanceTo(START + 90 * 60_000).priceCents()).isEqualTo(10_100);
    }

    @Test
    void theOrderFlowIsTheTradeCountRelativeToTheMedian() throws BadKlineFileException, IOException {
        PricePath path = replay(text(FIRST + SECOND + THIRD), 1);

        path.advanceTo(START + 30_000);
        assertThat(path.orderIntensity()).isEqualTo(50 / 75.0);
        path.advanceTo(START + 61_000);
        assertThat(path.orderIntensity()).isEqualTo(100 / 75.0);
    }

    @Test
    void aFileWithoutTradeCountsCountsVolume() throws BadKlineFileException, IOException {
        String silent = (FIRST + SECOND + THIRD)
                .replace(",500,50,", ",500,0,")
                .replace(",800,100,", ",800,0,")
                .replace(",600,75,", ",600,0,");

        assertThat(text(silent).relativeActivity(1)).isEqualTo(7 / 6.0);
    }

    @Test
    void microsecondsHeadersAndWindowsLinesAreUnderstood() throws BadKlineFileException, IOException {
        Klines plain = text(FIRST + SECOND);
        String micros = (FIRST + SECOND).replaceAll("(17675\\d{5})(\\d{3})", "$1$2000");
        Klines other = text("\uFEFF" + KlineWriter.HEADER + "\r\n" + micros.replace("\n", "\r\n") + "\r\n");

        assertThat(other.startMillis()).isEqualTo(plain.startMillis()).isEqualTo(START);
        assertThat(other.length()).isEqualTo(plain.length()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aBadFileIsRefusedWithLineAndReason() {
        refused("", "f.csv:1: the file is empty");
        refused(FIRST, "f.csv:1: one bar only");
        refused(KlineWriter.HEADER + "\n", "f.csv:1: the file is empty");
        refused(FIRST + SECOND.replace(",3,300,0", ",3,300"), "f.csv:2: a column is missing: 11 instead of 12");
        refused(KlineWriter.HEADER.replace("low,", "") + "\n" + FIRST, "f.csv:1: a column is missing");
        refused(FIRST + THIRD + SECOND, "f.csv:3: time goes backwards");
        refused(FIRST + FIRST, "f.csv:2: time goes backwards");
        refused(FIRST + SECOND + THIRD.replace("1767571320000", "1767571380000"), "f.csv:3: irregular time");
        refused(FIRST + SECOND.replace("105,120", "-105,120"), "f.csv:2: open must be above 0, was -105");
        refused(FIRST + SECOND.replace(",104,", ",0,"), "f.csv:2: low must be above 0, was 0");
        refused(FIRST + SECOND.replace(",104,", ",130,"), "f.csv:2: high 120 is below low 130");
        refused(FIRST + SECOND.replace(",118,", ",121,"), "f.csv:2: close must lie between low and high, was 121");
        refused(FIRST + SECOND.replace(",118,", ",many,"), "f.csv:2: close is not a number: 'many'");
        refused(FIRST + SECOND.replace(",118,", ",NaN,"), "f.csv:2: close is not a number: 'NaN'");
        refused(FIRST + SECOND.replace("1767571260000", "yesterday"), "f.csv:2: open time must be a whole number");
        refused(FIRST + SECOND.replace(",7,", ",-7,"), "f.csv:2: volume must not be negative, was -7");
        refused(FIRST + "\n" + SECOND, "f.csv:2: an empty line");
        refused(FIRST.replace("1767571200000", "1767571200001") + SECOND, "f.csv:1: the first open time must be");
        refused("a,b\n", "f.csv:1: a column is missing: 2 instead of 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100d", "100f", "0x1p3", "NaN", "Infinity", "1e999", "1 000", "", "e"})
    void onlyDecimalNumbersArePrices(String price) {
        refused(FIRST + SECOND.replace(",118,", "," + price + ","), "f.csv:2: close is not a number: '" + price + "'");
    }

    @Test
    void smallAmountsMayBeWrittenWithAnExponent() throws BadKlineFileException, IOException {
        assertThat(text(FIRST + SECOND.replace(",7,", ",7.5e-05,")).bar(1).volume())
                .isEqualTo(0.000_075);
    }

    @Test
    void unusedColumnsAreCheckedToo() {
        refused(FIRST + SECOND.replace(",800,", ",-800,"), "f.csv:2: quote volume must not be negative, was -800");
        refused(FIRST + SECOND.replace(",800,", ",abc,"), "f.csv:2: quote volume is not a number: 'abc'");
        refused(FIRST + SECOND.replace(",100,3", ",-1,3"), "f.csv:2: trade count must not be negative, was -1");
        refused(FIRST + SECOND.replace(",100,3", ",1.5,3"), "f.csv:2: trade count must be a whole number, was '1.5'");
        refused(FIRST + SECOND.replace(",3,300", ",-3,300"), "f.csv:2: taker buy volume must not be negative, was -3");
        refused(FIRST + SECOND.replace(",3,300", ",3,x"), "f.csv:2: taker buy quote volume is not a number: 'x'");
    }

    @Test
    void aBarClosesAfterItOpensAndBeforeTheNextOpens() {
        String close = "1767571319999";
        refused(FIRST + SECOND.replace(close, "abc"), "f.csv:2: close time must be a whole number, was 'abc'");
        refused(FIRST + SECOND.replace(close, "1767571260000"), "f.csv:2: close time must be after open time");
        refused(
                FIRST + SECOND.replace(close, "1767571320000"),
                "f.csv:2: close time must be before the next bar opens");
        refused(
                FIRST.replace("1767571259999", "1767571260000") + SECOND,
                "f.csv:1: close time must be before the next bar opens at 1767571260000, was 1767571260000");
        refused(
                KlineWriter.HEADER + "\n" + FIRST.replace("1767571259999", "1767571260000") + SECOND,
                "f.csv:2: close time must be before the next bar opens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Open time,Open,High,Low,Close,Volume,Close time,Quote asset volume,Number of trades,"
                        + "Taker buy base asset volume,Taker buy quote asset volume,Ignore",
                "open_time, open, high, low, close, volume, close_time, quote_asset_volume, number_of_trades,"
                        + " taker_buy_base_asset_volume, taker_buy_quote_asset_volume, ignore",
                "\"openTime\",\"open\",\"high\",\"low\",\"close\",\"volume\",\"closeTime\",\"quoteVolume\",\"count\","
                        + "\"takerBuyVolume\",\"takerBuyQuoteVolume\",\"ignore\"",
                "timestamp,open,high,low,close,volume,close_time,quote_av,trades,tb_base_av,tb_quote_av,ignore",
                KlineWriter.HEADER
            })
    void usualHeadersAreUnderstood(String header) throws BadKlineFileException, IOException {
        assertThat(text(header + "\n" + FIRST + SECOND).size()).isEqualTo(2);
    }

    @Test
    void aHeaderWithOtherColumnsOrAnotherOrderIsRefused() {
        String swapped = KlineWriter.HEADER.replace("time,open,high,low,close", "time,close,high,low,open");
        refused(swapped + "\n" + FIRST + SECOND, "f.csv:1: column 2 must be named 'open', was 'close'");
        refused(
                KlineWriter.HEADER.replace(",volume", ",spread") + "\n" + FIRST + SECOND,
                "f.csv:1: column 6 must be named 'volume', was 'spread'");
    }

    @Test
    void fieldsMayBeQuotedAndAMalformedQuoteIsRefused() throws BadKlineFileException, IOException {
        String quoted = "\"" + FIRST.strip().replace(",", "\",\"") + "\"\n";
        assertThat(text(quoted + SECOND + THIRD).size()).isEqualTo(3);
        refused(FIRST + SECOND.replace(",118,", ",\"118\"5,"), "f.csv:2: the fields cannot be separated: Unexpected");
    }

    @Test
    void aHighBelowOpenOrALowAboveCloseIsRefused() {
        refused(FIRST + SECOND.replace("105,120", "121,120"), "f.csv:2: open must lie between low and high, was 121");
        refused(FIRST + SECOND.replace(",118,", ",103,"), "f.csv:2: close must lie between low and high, was 103");
    }

    @Test
    void aMissingOrBinaryFileIsRefused(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xC3, 0x28, 0});

        assertThatThrownBy(() -> Klines.read(folder.resolve("none.csv")))
                .isInstanceOf(BadKlineFileException.class)
                .hasMessageEndingWith("none.csv: there is no such file");
        assertThatThrownBy(() -> Klines.read(binary)).isInstanceOf(BadKlineFileException.class);
        assertThatThrownBy(() -> Klines.read(folder)).isInstanceOf(BadKlineFileException.class);
    }

    @Test
    void longBarsAndBarsOfASecondAreReplayedToo() throws BadKlineFileException, IOException {
        PricePath hours = replay(
                text(FIRST
                        + SECOND.replace("1767571260000", "1767574800000").replace("1767571319999", "1767578399999")),
                2);
        String first = FIRST.replace("1767571259999", "1767571200999");
        String second = SECOND.replace("1767571260000", "1767571201000").replace("1767571319999", "1767571201999");
        PricePath seconds = replay(text(first + second), 2);

        assertThat(hours.advanceTo(START + 3_600_000).priceCents()).isEqualTo(10_500);
        assertThat(hours.advanceTo(START + 7_200_000).priceCents()).isEqualTo(11_800);
        assertThat(seconds.advanceTo(START + 1_000).priceCents()).isEqualTo(10_500);
        assertThat(seconds.advanceTo(START + 2_000).priceCents()).isEqualTo(11_800);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> text(text))
                .isInstanceOf(BadKlineFileException.class)
                .hasMessageStartingWith(message);
    }

    private static Klines text(String text) throws BadKlineFileException, IOException {
        return Klines.read("f.csv", new StringReader(text));
    }

    private static PricePath replay(Klines klines, long seed) {
        return new PricePath(
                MarketParameters.DEFAULT, Optional.of(klines), new RandomSource(seed), List.of(), klines.startMillis());
    }
}
