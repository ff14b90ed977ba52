package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:from |src=|href=)\"([^\"$]+)\"");

    private final Path page;

    PageFilesTest() throws URISyntaxException {
        page = Path.of(Objects.requireNonNull(PageFilesTest.class.getResource("/public/index.html"))
                        .toURI())
                .resolveSibling("");
    }

    /** Not a file; {@code WebServerTest} asks for it. */
    private static final String MADE_BY_THE_SERVER = "/models/champion";

    @Test
    void foreignFilesAreExactlyThoseWeChose() throws IOException {
        Path vendor = page.resolve("vendor");
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(vendor.resolve("SHA256SUMS"))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> found = new TreeMap<>();
        for (Path file : files(vendor)) {
            String name = file.getFileName().toString();
            if (!name.equals("SHA256SUMS") && !name.startsWith(".")) {
                found.put(name, sha256(Files.readAllBytes(file)));
            }
        }
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void thePageLoadsOnlyItsOwnFiles() throws IOException {
        for (Path file : ownFiles()) {
            Matcher references = REFERENCE.matcher(Files.readString(file));
            while (references.find()) {
                String reference = references.group(1);
                if (!reference.startsWith("#") && !reference.equals(MADE_BY_THE_SERVER)) {
                    assertThat(resolved(file, reference))
                            .as("%s in %s", reference, file)
                            .exists();
                }
            }
        }
    }

    @Test
    void nothingInThePageNeedsAnExceptionFromThePolicy() throws IOException {
        for (Path file : ownFiles()) {
            String text = Files.readString(file, UTF_8);
            assertThat(text)
                    .as(file.toString())
                    .doesNotContain("eval(")
                    .doesNotContain("new Function")
                    .doesNotContain("innerHTML")
                    .doesNotContain("https://");
            assertThat(Pattern.compile("(?i)<script(?! src=)|<style|\\son[a-z]+=\"|\\sstyle=\"")
                            .matcher(text)
                            .find())
                    .as(file.toString())
                    .isFalse();
        }
    }

    @Test
    void ourOwnFilesAreShort() throws IOException {
        for (Path file : ownFiles()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(200);
        }
    }

    private Path resolved(Path file, String reference) {
        return reference.startsWith("/")
                ? page.resolve(reference.substring(1))
                : file.resolveSibling(reference).normalize();
    }

    private List<Path> ownFiles() throws IOException {
        return files(page).stream()
                .filter(file -> !page.relativize(file).startsWith("vendor"))
                .filter(file -> file.toString().matches(".*\\.(js|css|html)"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
