package firedrill.ingest;

import firedrill.ingest.attack.Typology;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number of the world by its name, wherever it stands: {@code LTV_SIGMA}, {@code STRESS.branching} of an enum,
 * {@code temper(SIM_SWAP).passesStepUp} of a switch.
 */
final class Knob {

    private static final String TEMPER = "temper(";

    static double value(String holder, String name) {
        try {
            Class<?> type = Class.forName("firedrill.ingest." + holder);
            int dot = name.indexOf('.');
            Object whole = name.startsWith(TEMPER)
                    ? temper(Typology.valueOf(name.substring(TEMPER.length(), name.indexOf(')'))))
                    : read(type, null, dot < 0 ? name : name.substring(0, dot));
            Object number = dot < 0 ? whole : read(whole.getClass(), whole, name.substring(dot + 1));
            return ((Number) number).doubleValue();
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("there is no " + holder + "." + name, gone);
        }
    }

    /** The temper that the code gives to this kind of fraud. */
    private static Object temper(Typology typology) throws ReflectiveOperationException {
        Method temper =
                Class.forName("firedrill.ingest.attack.Assumptions").getDeclaredMethod("temper", Typology.class);
        temper.setAccessible(true);
        return temper.invoke(null, typology);
    }

    private static Object read(Class<?> type, @Nullable Object whole, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(whole);
    }

    private Knob() {}
}
