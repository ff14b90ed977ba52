package firedrill.dashboard.cli;

import firedrill.dashboard.lab.LabVectors;
import firedrill.dashboard.lab.TrainingSetCollector;
import firedrill.dashboard.runtime.ScoringBundle;
import firedrill.ingest.exchange.ExchangeSettings;
import firedrill.ingest.scenario.ScenarioCatalogue;
import firedrill.scoring.decision.ArtifactVersions;
import firedrill.scoring.decision.Decision;
import firedrill.scoring.decision.wire.DecisionCodec;
import firedrill.scoring.feature.FeatureVector;
import firedrill.scoring.job.ParityRun;
import firedrill.scoring.model.artifact.ModelFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Runs whose results are recorded in {@code src/test/resources/golden}: eight runs of the lab, a training set, and one
 * recorded hour.
 */
final class GoldenRuns {

    static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final int TRAINING_USERS = 600;
    private static final long TRAINING_SEED = 31;
    private static final int TRAINING_DAYS = 3;
    private static final int ONE_ORDER_IN = 4;
    private static final int HOUR_USERS = 1_000;
    private static final long HOUR_SEED = 5;

    /** One run of the lab. */
    record LabRun(String scenario, String operator, long seed) {

        String file() {
            return "%s-%s-%d.json".formatted(scenario, operator, seed);
        }

        /** What {@code --json} prints, and the digest of the ledger file on a line of its own. */
        String result(Path folder) throws IOException {
            var ledger = folder.resolve("ledger.csv");
            var run = CommandLineRun.of(
                    "lab",
                    "run",
                    "--scenario",
                    scenario,
                    "--operator",
                    operator,
                    "--seed",
                    Long.toString(seed),
                    "--json",
                    "--ledger",
                    ledger.toString());
            if (run.code() != 0) {
                throw new IllegalStateException(run.err());
            }
            return run.out().strip() + "\nledger sha256 " + hex(sha256().digest(Files.readAllBytes(ledger))) + "\n";
        }
    }

    static final LabRun[] LAB = {
        new LabRun("quiet", "do-nothing", 11),
        new LabRun("quiet", "allow-all", 12),
        new LabRun("quiet", "block-all", 13),
        new LabRun("quiet", "threshold-0.05", 14),
        new LabRun("crash-day", "do-nothing", 15),
        new LabRun("crash-day", "allow-all", 16),
        new LabRun("crash-day", "block-all", 17),
        new LabRun("crash-day", "threshold-0.05", 18),
    };

    static final String TRAINING_FILE = "training-set.txt";
    static final String HOUR_FILE = "recorded-hour.txt";

    /** Rows, reports and digest of a small training set. */
    static String trainingSet() throws Exception {
        var set = TrainingSetCollector.collect(
                ExchangeSettings.DEFAULT.withUsers(TRAINING_USERS),
                ScenarioCatalogue.load("quiet"),
                TRAINING_SEED,
                TRAINING_DAYS,
                ONE_ORDER_IN,
                (day, rows) -> {});
        var digest = sha256();
        long reported = 0;
        for (var row : set.rows()) {
            add(digest, row.eventId());
            add(digest, row.timeMillis());
            add(digest, row.reportedMillis());
            add(digest, row.features());
            reported += row.isFraudAsOf(set.cutoffMillis()) ? 1 : 0;
        }
        return "rows %d%nreported %d%nsha256 %s%n".formatted(set.rows().size(), reported, hex(digest.digest()));
    }

    /** Digests of the vectors and of the decisions of one recorded hour in the lab. */
    static String recordedHour() throws Exception {
        var hour = ParityRun.of(HOUR_USERS, HOUR_SEED);
        var decisions = LabVectors.decisions(
                hour::replay,
                ScoringBundle.shipped().createDecider(),
                ModelFile.loadBundled().reference());
        var vectors = sha256();
        var decided = sha256();
        decisions.forEach(decision -> {
            add(vectors, decision.eventId());
            add(vectors, decision.features());
            decided.update(DecisionCodec.encode(withoutPolicyHash(decision)));
        });
        return "decisions %d%nvectors sha256 %s%ndecisions sha256 %s%n"
                .formatted(decisions.size(), hex(vectors.digest()), hex(decided.digest()));
    }

    /** The policy's hash covers the names of its parameters, which may change while no decision does. */
    private static Decision withoutPolicyHash(Decision decision) {
        var versions = decision.versions();
        return new Decision(
                decision.answer(),
                decision.userId(),
                decision.timeMillis(),
                decision.probability(),
                decision.decidedBy(),
                decision.mode(),
                decision.controlVersion(),
                decision.reasons(),
                decision.rulesHit(),
                new ArtifactVersions(
                        versions.modelHash(), versions.featureSetHash(), versions.ruleSetHash(), "", versions.role()),
                decision.features(),
                decision.timing());
    }

    private static void add(MessageDigest digest, FeatureVector vector) {
        for (double value : vector.toArray()) {
            add(digest, Double.doubleToLongBits(value));
        }
    }

    private static void add(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private GoldenRuns() {}
}
