package firedrill.scoring.job;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.event.ExchangeEvent;
import firedrill.ingest.event.Outcome;
import firedrill.ingest.event.Topics;
import firedrill.scoring.decision.ControlCommand.OperatorMode;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.Signal;
import firedrill.scoring.decision.Signal.ModeChange;
import firedrill.scoring.decision.wire.ControlCodec;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.decision.wire.SignalCodec;
import firedrill.scoring.drift.Mode;
import firedrill.scoring.feature.FeatureFold;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.job.kafka.OutboundRecord;
import firedrill.scoring.job.kafka.RawRecord;
import firedrill.scoring.job.migration.SavepointMigration;
import firedrill.scoring.registry.ModelRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Savepoints that earlier versions of the whole job wrote are restored, and the job continues as if it had never
 * stopped.
 *
 * <p>Those of layout 2 were written by commit 710be2a: {@code native} after the events and commands below, {@code
 * canonical} in Flink's other format after the first 20 events of the same day and the commands for the mode alone.
 */
class SavepointRestoreTest {

    private static final Path FIXTURES = Path.of("src/test/resources/state/savepoint");

    private static final int BEFORE = 600;
    private static final List<ExchangeEvent> DAY = JobFixtures.day(900, 21);
    private static final List<Outcome> REPORTS = JobFixtures.reports(DAY, 7);
    private static final long SAVED_MILLIS = DAY.get(BEFORE - 1).timeMillis();
    private static final List<ExchangeEvent> AFTER = DAY.subList(BEFORE, DAY.size());

    private static final String CHAMPION = "d4c7052d15fe";
    private static final String STAGED = "088874dd0733";

    @TempDir
    Path folder;

    @Test
    void theJobContinuesWithItsStatesItsRegistryAndItsMode() throws Exception {
        List<Decision> decisions =
                decisions(resumed(migrated("layout-2-native"), AFTER, reportsAfter(SAVED_MILLIS), List.of()));
        assertThat(vectors(decisions)).isEqualTo(uninterrupted(before(), AFTER, SAVED_MILLIS));
        assertThat(decisions)
                .allSatisfy(decision -> {
                    assertThat(decision.mode()).isEqualTo(Mode.MODEL);
                    assertThat(decision.controlVersion()).isEqualTo(6);
                    assertThat(decision.versions().modelHash())
                            .isEqualTo(decision.versions().role() == ModelRole.STAGED ? STAGED : CHAMPION);
                })
                .extracting(decision -> decision.versions().role())
                .contains(ModelRole.STAGED, ModelRole.CHAMPION);
    }

    @Test
    void theMonitorRestoresItsLastReadingAndTheAutomaticModeBehindThePinnedOne() throws Exception {
        OperatorMode unpinned =
                new OperatorMode(0, SAVED_MILLIS + 9, "ada", "the monitor may choose", Optional.empty());
        RawRecord command = new RawRecord(Topics.CONTROL, 0, 6, 0, ControlCodec.encode(unpinned));
        InMemoryEndpoints job = resumed(migrated("layout-2-native"), AFTER.subList(0, 1), List.of(), List.of(command));
        assertThat(signals(job)).singleElement().isInstanceOfSatisfying(ModeChange.class, change -> {
            assertThat(change.from()).isEqualTo(Mode.MODEL);
            assertThat(change.to()).isEqualTo(Mode.RULES);
            assertThat(change.evidence()).hasValueSatisfying(reading -> {
                assertThat(reading.psi()).isEqualTo(3.278453995686065);
                assertThat(reading.criticalValue()).isEqualTo(0.25);
                assertThat(reading.sampleSize()).isEqualTo(207);
                assertThat(reading.referenceSampleSize()).isEqualTo(2_000);
            });
        });
    }

    @Test
    void aSavepointInTheCanonicalFormatIsRestored() throws Exception {
        List<ExchangeEvent> day = DAY.subList(0, 60);
        long savedMillis = day.get(19).timeMillis();
        List<Decision> decisions = decisions(
                resumed(migrated("layout-2-canonical"), day.subList(20, 60), reportsAfter(savedMillis), List.of()));
        assertThat(vectors(decisions)).isEqualTo(uninterrupted(day.subList(0, 20), day.subList(20, 60), savedMillis));
        assertThat(decisions).extracting(Decision::controlVersion).containsOnly(2L);
    }

    @Test
    void aSavepointOfThePresentLayoutIsLeftAlone() throws Exception {
        Path migrated = migrated("layout-2-canonical");
        assertThat(SavepointMigration.migrate(migrated, folder.resolve("again")))
                .isFalse();
        assertThat(folder.resolve("again")).doesNotExist();
    }

    private Path migrated(String name) throws IOException {
        Path source = folder.resolve("source");
        unzip(FIXTURES.resolve(name + ".zip"), source);
        Path target = folder.resolve("migrated");
        assertThat(SavepointMigration.migrate(source, target)).isTrue();
        return target;
    }

    private static void unzip(Path zip, Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(target.resolve(Path.of(entry.getName()).getFileName()), in.readAllBytes());
            }
        }
    }

    private InMemoryEndpoints resumed(
            Path savepoint, List<ExchangeEvent> events, List<Outcome> outcomes, List<RawRecord> control)
            throws Exception {
        return InMemoryEndpoints.resume(savepoint, events, outcomes, control, List.of(), folder.resolve("checkpoints"));
    }

    /** What the native savepoint has seen: 300 withdrawals within five minutes are enough for a drift reading. */
    private static List<ExchangeEvent> before() {
        List<ExchangeEvent> events = new ArrayList<>(DAY.subList(0, BEFORE));
        for (int index = 0; index < 300; index++) {
            events.add(JobFixtures.withdrawal(
                    10_001 + index,
                    1 + index % 100,
                    JobFixtures.START_MILLIS + 2_700_001 + index * 900L,
                    201 + index % 20,
                    40_000,
                    false));
        }
        events.sort(Comparator.comparing(ExchangeEvent::timeMillis));
        return events;
    }

    private static List<Outcome> reportsAfter(long millis) {
        return REPORTS.stream().filter(report -> report.timeMillis() > millis).toList();
    }

    /** The vectors that one fold over all events has for those after the savepoint. */
    private static Map<Long, FeatureVector> uninterrupted(
            List<ExchangeEvent> before, List<ExchangeEvent> after, long savedMillis) {
        Deque<Outcome> reports = new ArrayDeque<>(REPORTS);
        FeatureFold fold = new FeatureFold();
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        List<ExchangeEvent> events = new ArrayList<>(before);
        events.addAll(after);
        for (ExchangeEvent event : events) {
            while (!reports.isEmpty() && reports.peek().timeMillis() <= event.timeMillis()) {
                fold.applyOutcome(reports.remove());
            }
            double[] features = fold.observe(event);
            if (event.requiresDecision() && event.timeMillis() > savedMillis) {
                vectors.put(event.id(), FeatureVector.of(features));
            }
        }
        return vectors;
    }

    private static Map<Long, FeatureVector> vectors(List<Decision> decisions) {
        Map<Long, FeatureVector> vectors = new TreeMap<>();
        decisions.forEach(decision -> vectors.put(decision.eventId(), decision.features()));
        return vectors;
    }

    private static List<Decision> decisions(InMemoryEndpoints job) throws Exception {
        List<Decision> decisions = new ArrayList<>();
        for (OutboundRecord decision : job.written(Topics.DECISIONS)) {
            decisions.add(DecisionCodec.decode(decision.value()));
        }
        return decisions;
    }

    private static List<Signal> signals(InMemoryEndpoints job) throws Exception {
        List<Signal> signals = new ArrayList<>();
        for (OutboundRecord signal : job.written(Topics.SIGNALS)) {
            signals.add(SignalCodec.decode(signal.value()));
        }
        return signals;
    }
}
