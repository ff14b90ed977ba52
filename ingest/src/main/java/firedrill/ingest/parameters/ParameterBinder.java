package firedrill.ingest.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes records of parameters; see {@link ParameterSet#bind}. */
final class ParameterBinder {

    private final ParameterSet set;
    private final Set<String> bound = new HashSet<>();

    ParameterBinder(ParameterSet set) {
        this.set = set;
    }

    <T extends Record> T bind(String prefix, Class<T> type) {
        T result = type.cast(bindRecord(prefix, type));
        for (Parameter parameter : set.parameters()) {
            if (parameter.name().startsWith(prefix + ".") && !bound.contains(parameter.name())) {
                throw new IllegalStateException(type.getName() + " has no component for " + parameter.name());
            }
        }
        return result;
    }

    private Object bindRecord(String prefix, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> bindType(prefix + "." + component.getName(), component.getGenericType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) {
                throw new IllegalArgumentException(prefix + ": " + cause.getMessage(), cause);
            }
            throw new IllegalStateException(prefix + " cannot be bound to " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(prefix + " cannot be bound to " + type.getName(), e);
        }
    }

    private Object bindType(String name, Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? bindRecord(name, plain) : bindValue(name, plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return bindMap(name, (Class<?>) generic.getActualTypeArguments()[0], generic.getActualTypeArguments()[1]);
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] == Double.class) {
            return bindValue(name, List.class);
        }
        throw new IllegalStateException(name + " cannot be bound to " + type);
    }

    private Map<Object, Object> bindMap(String name, Class<?> keyType, Type valueType) {
        var map = new LinkedHashMap<Object, Object>();
        for (Object constant : keyType.getEnumConstants()) {
            map.put(constant, bindType(name + "." + camelCase(((Enum<?>) constant).name()), valueType));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object bindValue(String name, Class<?> type) {
        bound.add(name);
        return ValueConversion.convert(name, set.value(name), type);
    }

    /** {@code ACCOUNT_TAKEOVER} as {@code accountTakeover}. */
    static String camelCase(String constant) {
        var text = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(
                    text.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return text.toString();
    }
}
