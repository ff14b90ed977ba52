package firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.ingest.parameters.Parameter;
import firedrill.ingest.parameters.ParameterSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/parameters.md} lists every parameter of the files. After a change, run this test with {@code
 * -Dfiredrill.write=true} and read what it wrote.
 */
class ParametersDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/parameters.md");
    private static final List<String> MODULES = Stream.of("market", "customer", "fraud", "exchange", "policy", "drift")
            .filter(module -> ParameterSet.class.getResource("/parameters/" + module + ".yaml") != null)
            .toList();

    @Test
    void theDocumentListsTheParametersOfTheFiles() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("firedrill.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT).as("write it anew with -Dfiredrill.write=true").hasContent(expected);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Parameters

                Written from the files `parameters/*.yaml` by `ParametersDocumentTest`, which fails when they differ. Any of them can
                be set for a run: `--set customer.churn.peopleTold=20`, `--parameters FILE`, or `parameters` in a scenario file.
                The range is what is accepted; the plausible range is what experts find plausible. Exchanges publish almost none
                of these numbers; a parameter without a source is an assumption.
                """);
        for (String module : MODULES) {
            text.append("\n## ").append(module).append("\n\n");
            text.append(
                    "| parameter | value | unit | range | plausible | source | note |\n|---|---|---|---|---|---|---|\n");
            ParameterSet.load(module).parameters().forEach(parameter -> text.append(row(parameter)));
        }
        return text.toString();
    }

    private static String row(Parameter parameter) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        parameter.name(),
                        parameter.value(),
                        parameter.unit(),
                        parameter.range(),
                        parameter.plausible().map(String::valueOf).orElse(""),
                        cell(parameter.source().orElse("assumption")),
                        cell(parameter.note()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
