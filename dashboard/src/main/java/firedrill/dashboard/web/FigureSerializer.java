package firedrill.dashboard.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/** Writes a double as a number, or null where it is not finite: there is no figure then. */
public final class FigureSerializer extends JsonSerializer<Double> {

    private final DoubleUnaryOperator rounding;

    /** A serializer that applies {@code rounding} to each finite value. */
    public FigureSerializer(DoubleUnaryOperator rounding) {
        this.rounding = rounding;
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(rounding.applyAsDouble(value));
        } else {
            out.writeNull();
        }
    }
}
