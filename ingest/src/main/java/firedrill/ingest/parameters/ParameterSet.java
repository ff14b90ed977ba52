package firedrill.ingest.parameters;

import static java.util.Objects.requireNonNull;

import firedrill.ingest.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of some modules: the defaults of their files {@code /parameters/<module>.yaml}, and what overrides them.
 * Immutable.
 */
public final class ParameterSet {

    /** The modules of the simulated world. */
    public static final List<String> WORLD = List.of("market", "customer", "fraud", "exchange");

    private final Map<String, Parameter> parameters;
    private final SortedMap<String, ParameterValue> given;

    private ParameterSet(Map<String, Parameter> parameters, SortedMap<String, ParameterValue> given) {
        this.parameters = parameters;
        this.given = Collections.unmodifiableSortedMap(given);
    }

    /**
     * The defaults of these modules.
     *
     * @throws IllegalStateException if a file of this build is missing or broken
     */
    public static ParameterSet load(List<String> modules) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (String module : modules) {
            for (Parameter parameter : read(module)) {
                parameters.put(parameter.name(), parameter);
            }
        }
        return new ParameterSet(parameters, new TreeMap<>());
    }

    /** The defaults of one module. */
    public static ParameterSet load(String module) {
        return load(List.of(module));
    }

    private static List<Parameter> read(String module) {
        try (InputStream text = ParameterSet.class.getResourceAsStream("/parameters/" + module + ".yaml")) {
            if (text == null) {
                throw new IllegalStateException("parameters/" + module + ".yaml is missing from this build");
            }
            return ParameterFile.read(module, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (YamlException e) {
            throw new IllegalStateException("parameters/" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with another value for one parameter.
     *
     * @throws ParameterException if there is no such parameter, or the text is of another type or out of range
     */
    public ParameterSet with(String name, String text) throws ParameterException {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            String nearest = NearestName.of(name, parameters.keySet());
            throw new ParameterException("there is no parameter '" + name + "'; the nearest is " + nearest);
        }
        var values = new TreeMap<>(given);
        values.put(name, parameter.parse(text));
        return new ParameterSet(parameters, values);
    }

    /**
     * The same with the values of a file.
     *
     * @throws YamlException with file and line, if a value cannot be set
     */
    public ParameterSet with(String file, List<ParameterOverride> overrides) throws YamlException {
        ParameterSet result = this;
        for (ParameterOverride override : overrides) {
            try {
                result = result.with(override.name(), override.text());
            } catch (ParameterException e) {
                throw new YamlException(file, override.position(), String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    /** The same with these values for the parameters that have been given none; names are those of this set. */
    public ParameterSet withFallback(Map<String, ParameterValue> values) {
        var merged = new TreeMap<>(values);
        merged.putAll(given);
        return new ParameterSet(parameters, merged);
    }

    /**
     * The parameters whose names begin with {@code prefix}, as a record: each component is the parameter or the group of its
     * name. Components are double, long, int, boolean, an enum, {@code List<Double>}, a record of these, or a map from each
     * constant of an enum, whose keys are the constants in camel case.
     *
     * @throws IllegalArgumentException if the record refuses the values
     * @throws IllegalStateException if record and file do not agree
     */
    public <T extends Record> T bind(String prefix, Class<T> type) {
        return new ParameterBinder(this).bind(prefix, type);
    }

    /** All parameters with their defaults, in the order of the files. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters.values());
    }

    /** The values that differ from the default, by name. */
    public SortedMap<String, ParameterValue> overrides() {
        var overrides = new TreeMap<String, ParameterValue>();
        given.forEach((name, value) -> {
            if (!value.equals(requireNonNull(parameters.get(name)).value())) {
                overrides.put(name, value);
            }
        });
        return overrides;
    }

    /** What distinguishes these parameters from the defaults. */
    public ParameterIdentity identity() {
        var overrides = new TreeMap<String, Object>();
        overrides().forEach((name, value) -> overrides.put(name, value.toObject()));
        return new ParameterIdentity(hash(), overrides);
    }

    /** Twelve hexadecimal digits that identify what differs from the default; "default" if nothing does. */
    public String hash() {
        SortedMap<String, ParameterValue> overrides = overrides();
        if (overrides.isEmpty()) {
            return ParameterIdentity.DEFAULT_HASH;
        }
        var text = new StringBuilder();
        overrides.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return Fingerprint.of(text.toString());
    }

    /** The value in force. */
    ParameterValue value(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalStateException("there is no parameter " + name);
        }
        return given.getOrDefault(name, parameter.value());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterSet set && set.parameters.equals(parameters) && set.given.equals(given);
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
