package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.model.artifact.ModelFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @Test
    void theChampionIsEvaluatedByKindTypologyTierAndMarket() {
        var run = CommandLineRun.of("evaluate", "--users", "300", "--days", "1", "--no-baseline", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith(
                        "{\"modelHash\":\"" + ModelFile.loadBundled().scorer().hash()
                                + "\",\"simulation\":{\"scenario\":\"quiet\",\"seed\":7,\"users\":300,\"days\":1,\"labelDelayDays\":3},"
                                + "\"withdrawals\":{\"rows\":")
                .contains(
                        "\"orders\":{\"rows\":",
                        "\"byTypology\":[",
                        "\"byTier\":[{\"name\":\"retail\"",
                        "\"savings\":{")
                .contains("\"byRegime\":[{\"name\":\"calm\"", "\"daily\":[{\"day\":0,");
        assertThat(run.err()).isEqualTo("day 1 of 1\n");
    }

    @Test
    void aCardIsWrittenBesideTheModel(@TempDir Path folder) {
        Path model = folder.resolve("mine.tribuo");
        var run = CommandLineRun.of(
                "evaluate", "--users", "300", "--days", "1", "--no-baseline", "--card", model.toString());
        assertThat(run.out()).startsWith("# Model card: ");
        assertThat(folder.resolve("mine.card.md")).content().isEqualTo(run.out());
        assertThat(folder.resolve("mine.card.json")).exists();
    }

    @Test
    void aTestOfNoDaysIsRefusedBeforeAnythingIsLearned() {
        var run = CommandLineRun.of("train", "--test-days", "0");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("--test-days must be from 1 to 60, was 0.\n");
    }

    @Test
    void whatCannotBeIsRefused(@TempDir Path folder) {
        long learned = ModelFile.loadBundled().card().trainedOn().seed();
        assertThat(CommandLineRun.of("evaluate", "--seed", String.valueOf(learned))
                        .err())
                .isEqualTo("The model was trained on seed " + learned + ": choose another --seed.\n");
        assertThat(CommandLineRun.of("evaluate", "--days", "0").err())
                .isEqualTo("--days must be from 1 to 60, was 0.\n");
        Path none = folder.resolve("none.tribuo");
        assertThat(CommandLineRun.of("evaluate", "--model", none.toString()).err())
                .startsWith("The model is refused: " + none + " cannot be read");
    }
}
