package firedrill.scoring.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureTest {

    private static final Definition LINE =
            new Definition("label", Entity.USER, Duration.ofHours(1), "usd", "meaning", 0, Scale.LOG);

    private static final List<Definition> CATALOGUE =
            Stream.of(Feature.values()).map(Definition::of).toList();

    @Test
    void theFirstTwentyStandWhereTheyAlwaysStood() {
        assertThat(Stream.of(Feature.values()).limit(20).map(Feature::label))
                .containsExactly(
                        "is_order",
                        "amount_usd",
                        "drain_fraction",
                        "account_age_days",
                        "volatility_z",
                        "return_z",
                        "withdrawals_1h",
                        "withdrawn_usd_24h",
                        "amount_to_usual",
                        "minutes_since_credential_change",
                        "minutes_since_device_first_used",
                        "minutes_since_address_first_used",
                        "minutes_since_deposit",
                        "sold_usd_1h",
                        "logins_1h",
                        "device_users_7d",
                        "device_age_minutes",
                        "address_users_7d",
                        "address_age_minutes",
                        "address_received_usd_24h");
    }

    @Test
    void thereAreMoreThanFortyOverEveryEntity() {
        assertThat(Feature.COUNT).isGreaterThan(40);
        assertThat(Stream.of(Feature.values()).map(Feature::entity)).contains(Entity.values());
    }

    @Test
    void everyFeatureServesATypologyOrIsContext() {
        assertThat(Stream.of(Feature.values())
                        .filter(feature -> feature.typologies().isEmpty()))
                .allMatch(feature -> feature == Feature.IS_ORDER || feature.entity() == Entity.MARKET);
    }

    @Test
    void everyTypologyHasFeatures() {
        assertThat(Stream.of(Feature.values()).flatMap(feature -> feature.typologies().stream()))
                .contains(
                        "account-takeover",
                        "sim-swap",
                        "control-bypass",
                        "social-engineering",
                        "mule-ring",
                        "structuring",
                        "api-key-theft",
                        "promo-farming",
                        "deposit-fraud",
                        "wash-trading",
                        "spoofing",
                        "pump-and-dump");
    }

    @Test
    void theFingerprintIsTwelveHexDigitsOfTheWholeCatalogue() {
        assertThat(Feature.FINGERPRINT).matches("[0-9a-f]{12}").isEqualTo(Definition.fingerprint(CATALOGUE));
    }

    @Test
    void theFingerprintChangesWithEveryComponentOfALine() {
        List<Definition> variants = List.of(
                LINE,
                new Definition("x", LINE.entity(), LINE.window(), LINE.unit(), LINE.meaning(), 0, LINE.scale()),
                new Definition(
                        LINE.label(), Entity.DEVICE, LINE.window(), LINE.unit(), LINE.meaning(), 0, LINE.scale()),
                new Definition(
                        LINE.label(), LINE.entity(), Duration.ofHours(2), LINE.unit(), LINE.meaning(), 0, LINE.scale()),
                new Definition(LINE.label(), LINE.entity(), LINE.window(), "x", LINE.meaning(), 0, LINE.scale()),
                new Definition(LINE.label(), LINE.entity(), LINE.window(), LINE.unit(), "x", 0, LINE.scale()),
                new Definition(
                        LINE.label(), LINE.entity(), LINE.window(), LINE.unit(), LINE.meaning(), 1, LINE.scale()),
                new Definition(
                        LINE.label(), LINE.entity(), LINE.window(), LINE.unit(), LINE.meaning(), 0, Scale.LINEAR));
        assertThat(variants.stream().map(line -> Definition.fingerprint(List.of(line))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theFingerprintChangesWithTheOrderAndTheNumberOfLines() {
        List<Definition> swapped = new ArrayList<>(CATALOGUE);
        swapped.set(0, CATALOGUE.get(1));
        swapped.set(1, CATALOGUE.get(0));
        List<Definition> shorter = CATALOGUE.subList(0, CATALOGUE.size() - 1);
        assertThat(List.of(
                        Definition.fingerprint(CATALOGUE),
                        Definition.fingerprint(swapped),
                        Definition.fingerprint(shorter)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsReadAsALogarithmIsNeverNegative() {
        assertThat(Stream.of(Feature.values()).filter(feature -> feature.scale() == Scale.LOG))
                .allMatch(feature -> feature.missing() >= 0);
    }
}
