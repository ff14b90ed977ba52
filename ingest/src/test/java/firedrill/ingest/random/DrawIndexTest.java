package firedrill.ingest.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scans the compiled simulator: no two draws of a stream share an index, no two streams share a key. */
class DrawIndexTest {

    private static final Path CLASSES = Path.of("target", "classes");
    /** Repetitions of each draw that are compared. */
    private static final long COMPARED_REPETITIONS = 1_000;

    /** The second repetition of the first draw has the number of the second draw. */
    private enum OverlappingDraw implements DrawIndex {
        @Repeated(2)
        FIRST,
        SECOND;

        @Override
        public long index() {
            return ordinal();
        }
    }

    /** The repetitions of the first draw end where the second draw begins. */
    private enum TouchingDraw implements DrawIndex {
        @Repeated(1)
        FIRST,
        SECOND;

        @Override
        public long index() {
            return ordinal();
        }
    }

    @Test
    void noTwoDrawsOfAnEnumShareAnIndex() throws IOException {
        var collisions = new ArrayList<String>();
        for (Class<?> type : enumsOf(DrawIndex.class)) {
            collisions.addAll(collisions(type));
        }

        assertThat(collisions).isEmpty();
    }

    @Test
    void aRepetitionThatTakesTheNumberOfAnotherDrawIsFound() {
        assertThat(collisions(OverlappingDraw.class)).hasSize(1);
        assertThat(collisions(TouchingDraw.class)).isEmpty();
    }

    @Test
    void noTwoPurposesShareAKey() throws IOException {
        var keys = new ArrayList<String>();
        for (Class<?> type : enumsOf(StreamPurpose.class)) {
            for (Object constant : type.getEnumConstants()) {
                keys.add(((StreamPurpose) constant).key());
            }
        }

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> collisions(Class<?> type) {
        var drawByIndex = new HashMap<Long, Object>();
        var collisions = new ArrayList<String>();
        for (Object constant : type.getEnumConstants()) {
            var draw = (DrawIndex) constant;
            for (long i = 0; i < Math.min(COMPARED_REPETITIONS, repetitions(type, constant)); i++) {
                Object other = drawByIndex.put(draw.at(i), constant);
                if (other != null && other != constant) {
                    collisions.add(type.getName() + ": " + other + " and " + constant + " at " + draw.at(i));
                    break;
                }
            }
        }
        return collisions;
    }

    /** As stated on the draw, else on its enum, else once. */
    private static long repetitions(Class<?> type, Object constant) {
        try {
            var own = type.getField(((Enum<?>) constant).name()).getAnnotation(Repeated.class);
            var stated = own == null ? type.getAnnotation(Repeated.class) : own;
            return stated == null ? 1 : stated.value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static List<Class<?>> enumsOf(Class<?> implemented) throws IOException {
        var found = new ArrayList<Class<?>>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (String name : files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(file -> file.startsWith("firedrill") && file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .toList()) {
                Class<?> type = load(name.replace('/', '.').replace('\\', '.'));
                if (type.isEnum() && implemented.isAssignableFrom(type)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, DrawIndexTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
