package firedrill.ingest.parameters;

import java.util.Optional;

/**
 * A parameter as its file defines it.
 *
 * @param name file and keys, joined by dots: {@code customer.churn.peopleTold}
 * @param value the default
 * @param unit of the value, in words; empty for flags and words
 * @param range the values that are accepted
 * @param plausible the values that experts find plausible, which the default lies in
 * @param source where the value comes from; empty if it is an assumption
 * @param note what the parameter does, and why it has this value; may be empty
 */
public record Parameter(
        String name,
        ParameterValue value,
        String unit,
        ParameterRange range,
        Optional<ParameterRange> plausible,
        Optional<String> source,
        String note) {

    /**
     * A value of this parameter, read from {@code text}.
     *
     * @throws ParameterException if the text is of another type or out of range
     */
    public ParameterValue parse(String text) throws ParameterException {
        Optional<ParameterValue> parsed = value.parse(text.strip());
        if (parsed.isEmpty()) {
            throw new ParameterException(name + " must be " + value.type() + ", was '" + text + "'");
        }
        if (!range.contains(parsed.get())) {
            String in = unit.isEmpty() ? "" : " (" + unit + ")";
            throw new ParameterException(name + " must lie in " + range + in + ", was " + text.strip());
        }
        return parsed.get();
    }
}
