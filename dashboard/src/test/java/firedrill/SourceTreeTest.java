package firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and names of the source files of all three modules; generated files are not under {@code src}. */
class SourceTreeTest {

    private static final int MAX_FILES_PER_PACKAGE = 30;
    private static final int MAX_LINES = 300;
    private static final int MAX_MEDIAN_LINES = 70;
    private static final Path ROOT = Path.of("..");
    private static final Pattern NEEDS_REASON =
            Pattern.compile("\\.sleep\\(|catch \\(.*\\b(Exception|RuntimeException|Throwable|Error) \\w+\\)");

    @Test
    void noPackageIsLargerThanAReaderCanSurvey() throws IOException {
        Map<Path, Long> sizes =
                sources("main").stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(sizes)
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThanOrEqualTo(MAX_FILES_PER_PACKAGE));
    }

    @Test
    void aSimpleNameMeansOneThingInTheWholeTree() throws IOException {
        var places = new TreeMap<String, List<Path>>();
        for (Path file : Stream.concat(sources("main").stream(), sources("test").stream())
                .toList()) {
            places.merge(
                    file.getFileName().toString(),
                    List.of(file),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        places.remove("package-info.java");
        places.values().removeIf(files -> files.size() == 1);
        assertThat(places).isEmpty();
    }

    @Test
    void mainFilesAreShort() throws IOException {
        var sizes = sources("main").stream().map(SourceTreeTest::lines).sorted().toList();
        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(MAX_MEDIAN_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "test"})
    void noFileIsLongerThanAReaderFinishesInOneSitting(String kind) throws IOException {
        assertThat(sources(kind))
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void aSleepAndABroadCatchSayWhyOnTheirOrAnAdjacentLine() throws IOException {
        for (Path file : sources("main")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (NEEDS_REASON.matcher(lines.get(i)).find()) {
                    assertThat(lines.subList(Math.max(0, i - 1), Math.min(lines.size(), i + 2)))
                            .as(file + ", line " + (i + 1))
                            .anyMatch(line -> line.contains("// "));
                }
            }
        }
    }

    private static List<Path> sources(String kind) throws IOException {
        var files = Stream.<Path>of();
        for (String module : List.of("ingest", "scoring", "dashboard")) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(module).resolve("src/" + kind + "/java"))) {
                files = Stream.concat(
                        files, found.filter(file -> file.toString().endsWith(".java")).toList().stream());
            }
        }
        return files.toList();
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
