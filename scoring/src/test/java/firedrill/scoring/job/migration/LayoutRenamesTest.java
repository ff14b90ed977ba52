package firedrill.scoring.job.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutRenamesTest {

    private static final int NEWEST = LayoutRenames.ALL.size() - 1;

    @Test
    void everyNewNameExists() throws Exception {
        for (int layout = 0; layout <= NEWEST; layout++) {
            LayoutRenames renames = LayoutRenames.ALL.get(layout);
            for (String type : renames.types().values()) {
                assertThat(Class.forName(newestType(type, layout + 1))).isNotNull();
            }
            for (Map.Entry<String, String> field : renames.fields().entrySet()) {
                String owner = renames.type(field.getKey().replaceFirst("#.*", ""));
                Class<?> type = Class.forName(newestType(owner, layout + 1));
                assertThat(fieldNames(type))
                        .as(
                                "fields of %s: a state's field may only be renamed with a line in savepoint-renames.txt",
                                type)
                        .contains(newestField(owner, field.getValue(), layout + 1));
            }
        }
    }

    @Test
    void aLayoutHasItsOwnSection() {
        List<LayoutRenames> layouts = LayoutRenames.parse("""
                # comment
                layout 3

                type a.A b.B
                layout 4
                field b.B#x y
                """);
        assertThat(layouts)
                .containsExactly(
                        new LayoutRenames(3, Map.of("a.A", "b.B"), Map.of()),
                        new LayoutRenames(4, Map.of(), Map.of("b.B#x", "y")));
        assertThat(layouts.get(0).type("a.A")).isEqualTo("b.B");
        assertThat(layouts.get(0).type("other")).isEqualTo("other");
        assertThat(layouts.get(1).field("b.B", "x")).isEqualTo("y");
        assertThat(layouts.get(1).field("c.C", "x")).isEqualTo("x");
    }

    @Test
    void anythingElseIsRejected() {
        assertThatThrownBy(() -> LayoutRenames.parse("type a.A b.B")).hasMessageContaining("type a.A b.B");
        assertThatThrownBy(() -> LayoutRenames.parse("layout 3\nclass a.A b.B")).hasMessageContaining("class");
        assertThatThrownBy(() -> LayoutRenames.parse("layout 3\ntype a.A")).hasMessageContaining("type a.A");
    }

    /** Fields of a class and its superclasses; Flink looks a field up in both. */
    private static List<String> fieldNames(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .map(Field::getName)
                .toList();
    }

    private static String newestType(String type, int from) {
        String newest = type;
        for (int layout = from; layout <= NEWEST; layout++) {
            newest = LayoutRenames.ALL.get(layout).type(newest);
        }
        return newest;
    }

    private static String newestField(String owner, String field, int from) {
        String type = owner;
        String newest = field;
        for (int layout = from; layout <= NEWEST; layout++) {
            newest = LayoutRenames.ALL.get(layout).field(type, newest);
            type = LayoutRenames.ALL.get(layout).type(type);
        }
        return newest;
    }
}
