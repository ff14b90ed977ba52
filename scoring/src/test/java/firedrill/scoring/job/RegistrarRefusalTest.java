package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.ModelOrder.Admit;
import firedrill.scoring.decision.Roster;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelMessage;
import firedrill.scoring.model.ModelAnnouncement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What does not get into the registry, and what is said of it. */
class RegistrarRefusalTest {

    private static final ModelAnnouncement SHIPPED = Given.shipped();
    private static final ModelAnnouncement MILDER = Given.milder();

    @Test
    void noneOf200DamagedCopiesPassesAndEachLeavesAnEntry() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            for (int copy = 0; copy < 200; copy++) {
                registrar.announce(Damaged.copy(SHIPPED, copy, random));
            }
            assertThat(registrar.passed()).containsExactly(SHIPPED.model());
            assertThat(registrar.commands()).hasSize(1);
            assertThat(registrar.refusals()).hasSize(200).allSatisfy(refusal -> {
                assertThat(refusal.why()).isNotBlank().doesNotContain("\n", "\tat ");
                assertThat(refusal.why().length()).isLessThan(300);
                assertThat(refusal.what()).isNotBlank();
            });
        }
    }

    @Test
    void aDamagedCopyThatTakesTheChampionsPlaceOnTheTopicIsReplacedByTheGoodOne() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            registrar.announce(Damaged.copy(SHIPPED, 0, new SplittableRandom(1)));
            assertThat(registrar.announced()).containsExactly(SHIPPED.model());
            assertThat(registrar.written(Registrar.MODELS).get(0).value()).isEqualTo(SHIPPED.toBytes());
        }
    }

    @Test
    void aRecordLongerThanAnyModelIsRefusedUnread() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(new byte[Topics.LONGEST_MODEL + 1]);
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            0,
                            "record 7 of fraud.models",
                            "unknown",
                            "the record has 16777217 bytes, more than any model"));
        }
    }

    @Test
    void aModelThatTakesTooLongForAScoreIsRefused() throws Exception {
        try (var registrar = RegistrarRun.begun(new Slow())) {
            registrar.announce(SHIPPED.toBytes());
            assertThat(registrar.passed()).isEmpty();
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            0, "model " + SHIPPED.model(), "ada", "it takes 5000 µs for one score, and may take 1000"));
        }
    }

    @Test
    void whatAStrangerWritesIsToldOnOneShortLine() throws Exception {
        byte[] loud = ModelMessage.newBuilder()
                .setModel("x".repeat(100_000) + "\n")
                .setBy("eve\u0000\nadmin")
                .setTribuoBytes(3)
                .build()
                .toByteArray();
        try (var registrar = RegistrarRun.begun()) {
            registrar.announce(SHIPPED.toBytes());
            registrar.announce(loud);
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            0, "model " + "x".repeat(194) + "…", "eve admin", "it announces 3 bytes and has 0"));
        }
    }

    @Test
    void oneVersionTooManyIsRefused() throws Exception {
        try (var registrar = RegistrarRun.begun()) {
            for (int version = 1; version <= Roster.MOST_VERSIONS; version++) {
                registrar.hear(version, new Admit("m" + version, ""));
            }
            registrar.announce(MILDER.toBytes());
            assertThat(registrar.passed()).isEmpty();
            assertThat(registrar.refusals())
                    .extracting(Refusal::why)
                    .containsExactly("there are 32 versions already: retire one first");
        }
    }

    /** Half a second passes between any two looks. */
    private static final class Slow extends Clock implements java.io.Serializable {

        private static final long serialVersionUID = 1;

        private long millis;

        @Override
        public Instant instant() {
            millis += 500;
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
