package firedrill.scoring.policy;

import java.lang.reflect.RecordComponent;

/** The values of a record of parameters as text, one {@code name=value} a line, by the names of the parameter file. */
final class ParameterText {

    static String of(String name, Object value) {
        if (!value.getClass().isRecord()) {
            return name + "=" + value + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(of(name + "." + component.getName(), valueOf(component, value)));
        }
        return text.toString();
    }

    private static Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ParameterText() {}
}
