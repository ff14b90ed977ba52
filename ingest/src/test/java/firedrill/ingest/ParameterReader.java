package firedrill.ingest;

import firedrill.ingest.event.FraudTypology;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number of the world by its name, wherever it stands: {@code LTV_SIGMA}, {@code STRESS.branching} of an enum,
 * {@code profile(SIM_SWAP).stepUpPassRate} of a switch.
 */
final class ParameterReader {

    private static final String PROFILE = "profile(";

    static double value(String holder, String name) {
        try {
            Class<?> type = Class.forName("firedrill.ingest." + holder);
            int dot = name.indexOf('.');
            Object whole = name.startsWith(PROFILE)
                    ? profile(FraudTypology.valueOf(name.substring(PROFILE.length(), name.indexOf(')'))))
                    : read(type, null, dot < 0 ? name : name.substring(0, dot));
            Object number = dot < 0 ? whole : read(whole.getClass(), whole, name.substring(dot + 1));
            return ((Number) number).doubleValue();
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("there is no " + holder + "." + name, gone);
        }
    }

    /** The profile that the code gives to this kind of fraud. */
    private static Object profile(FraudTypology typology) throws ReflectiveOperationException {
        Method profile = Class.forName("firedrill.ingest.fraud.ring.FraudParameters")
                .getDeclaredMethod("profile", FraudTypology.class);
        profile.setAccessible(true);
        return profile.invoke(null, typology);
    }

    private static Object read(Class<?> type, @Nullable Object whole, String name) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(whole);
    }

    private ParameterReader() {}
}
