package firedrill.ingest.parameters;

/** Values of parameters as Java values. */
final class ValueConversion {

    private ValueConversion() {}

    /** @throws IllegalStateException if the value is of another type than the component it is meant for */
    static Object convert(String name, ParameterValue value, Class<?> type) {
        if (type.isEnum()) {
            return constant(name, value, type);
        }
        Object object = value.toObject();
        Object converted = type == int.class && object instanceof Long whole ? Math.toIntExact(whole) : object;
        if (!box(type).isInstance(converted)) {
            throw new IllegalStateException(name + " is " + value.type() + " in its file, but " + type.getSimpleName()
                    + " in its record; 3 is a whole number, 3.0 a decimal one");
        }
        return converted;
    }

    private static Object constant(String name, ParameterValue value, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (ParameterBinder.camelCase(((Enum<?>) constant).name()).equals(value.toString())) {
                return constant;
            }
        }
        throw new IllegalStateException(name + " has no constant " + value + " in " + type.getSimpleName());
    }

    private static Class<?> box(Class<?> type) {
        if (type == double.class) {
            return Double.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        if (type == int.class) {
            return Integer.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
