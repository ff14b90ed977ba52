package firedrill.ingest.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlugTest {

    @Test
    void lowerCaseWordsAndDigitsJoinedByHyphensAreSlugs() {
        assertThat(Stream.of("quiet", "crash-day", "24h", "a-1-b")).allMatch(Slug::matches);
    }

    @Test
    void anythingElseIsNot() {
        assertThat(Stream.of("", "-", "a-", "-a", "a--b", "Quiet", "crash_day", "crash day", "a\n", "é", "../a"))
                .noneMatch(Slug::matches);
    }
}
