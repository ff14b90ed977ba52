package firedrill.dashboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.catalogue.CatalogueDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A feature is one constant; documents and commands tell the same catalogue. */
class FeaturesCommandTest {

    private static final Path DOCUMENT = Path.of("../docs/features.md");

    private static final List<String> LABELS =
            Stream.of(Feature.values()).map(Feature::label).toList();

    @Test
    void theDocumentIsMadeFromTheCatalogue() throws Exception {
        assertThat(Files.readString(DOCUMENT))
                .as("docs/features.md is stale; make it anew: ./firedrill features --markdown > docs/features.md")
                .isEqualTo(CatalogueDocument.markdown());
    }

    @Test
    void theCommandPrintsTheDocument() {
        var run = CommandLineRun.of("features", "--markdown");
        assertThat(run.code()).isZero();
        assertThat(run.out().replace("\r\n", "\n")).isEqualTo(CatalogueDocument.markdown());
    }

    @Test
    void theCommandListsEveryFeatureInItsOrder() {
        assertThat(CommandLineRun.of("features").out().lines().map(line -> line.split(" ", 2)[0]))
                .isEqualTo(LABELS);
        var json = CommandLineRun.of("features", "--json").out();
        assertThat(json).startsWith("{\"fingerprint\":\"" + Feature.FINGERPRINT + "\"");
        assertThat(LABELS).allSatisfy(label -> assertThat(json).contains("\"name\":\"" + label + "\""));
    }
}
