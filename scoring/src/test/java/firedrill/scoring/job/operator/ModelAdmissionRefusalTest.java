package firedrill.scoring.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.Signal.Refusal;
import firedrill.scoring.decision.wire.ModelAnnouncementCodec;
import firedrill.scoring.decision.wire.ModelMessage;
import firedrill.scoring.job.JobFixtures;
import firedrill.scoring.model.artifact.ModelAnnouncement;
import firedrill.scoring.registry.ModelOrder.Admit;
import firedrill.scoring.registry.ModelRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What does not get into the registry, and what is said of it. */
class ModelAdmissionRefusalTest {

    private static final ModelAnnouncement SHIPPED = JobFixtures.shipped();
    private static final ModelAnnouncement MILDER = JobFixtures.milder();

    @Test
    void noneOf200DamagedCopiesPassesAndEachLeavesAnEntry() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            for (int copy = 0; copy < 200; copy++) {
                registrar.announce(CorruptAnnouncements.copy(SHIPPED, copy, random));
            }
            assertThat(registrar.admittedModels()).containsExactly(SHIPPED.modelHash());
            assertThat(registrar.commands()).hasSize(1);
            assertThat(registrar.refusals()).hasSize(200).allSatisfy(refusal -> {
                assertThat(refusal.reason()).isNotBlank().doesNotContain("\n", "\tat ");
                assertThat(refusal.reason().length()).isLessThan(300);
                assertThat(refusal.subject()).isNotBlank();
            });
        }
    }

    @Test
    void aDamagedCopyThatTakesTheChampionsPlaceOnTheTopicIsReplacedByTheGoodOne() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.announce(CorruptAnnouncements.copy(SHIPPED, 0, new SplittableRandom(1)));
            assertThat(registrar.announcedModels()).containsExactly(SHIPPED.modelHash());
            assertThat(registrar.written(ModelAdmissionFunction.MODELS).get(0).value())
                    .isEqualTo(ModelAnnouncementCodec.encode(SHIPPED));
        }
    }

    @Test
    void aRecordLongerThanAnyModelIsRefusedUnread() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(new byte[Topics.MAX_MODEL_BYTES + 1]);
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
        try (var registrar = ModelAdmissionHarness.open(new AdvancingClock())) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            assertThat(registrar.admittedModels()).isEmpty();
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            5, "model " + SHIPPED.modelHash(), "ada", "it takes 5000 µs per score, the limit is 1000"));
        }
    }

    @Test
    void textFromOutsideIsReportedOnOneShortLine() throws Exception {
        byte[] loud = ModelMessage.newBuilder()
                .setModel("x".repeat(100_000) + "\n")
                .setBy("eve\u0000\nadmin")
                .setTribuoBytes(3)
                .build()
                .toByteArray();
        try (var registrar = ModelAdmissionHarness.open()) {
            registrar.announce(ModelAnnouncementCodec.encode(SHIPPED));
            registrar.announce(loud);
            assertThat(registrar.refusals())
                    .containsExactly(new Refusal(
                            5, "model " + "x".repeat(194) + "…", "eve admin", "it announces 3 bytes and has 0"));
        }
    }

    @Test
    void oneVersionTooManyIsRefused() throws Exception {
        try (var registrar = ModelAdmissionHarness.open()) {
            for (int version = 1; version <= ModelRegistry.MAX_VERSIONS; version++) {
                registrar.order(version, new Admit("m" + version, ""));
            }
            registrar.announce(ModelAnnouncementCodec.encode(MILDER));
            assertThat(registrar.admittedModels()).isEmpty();
            assertThat(registrar.refusals())
                    .extracting(Refusal::reason)
                    .containsExactly("there are 32 versions already: retire one first");
        }
    }

    /** Half a second passes between any two looks. */
    private static final class AdvancingClock extends Clock implements java.io.Serializable {

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
