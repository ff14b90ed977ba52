package firedrill.dashboard.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import firedrill.dashboard.web.FigureSerializer;
import firedrill.scoring.feature.Feature;
import firedrill.scoring.feature.FeatureVector;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/** JSON of records: a figure that is not available is null, a feature has its name as key. */
public final class JsonOutput {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FigureSerializer(DoubleUnaryOperator.identity()))
                    .addSerializer(double.class, new FigureSerializer(DoubleUnaryOperator.identity()))
                    .addSerializer(FeatureVector.class, new FeatureVectorSerializer()))
            .build();

    private JsonOutput() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", cause);
        }
    }

    /** The fields of a record after its kind: {@code "kind": "withdrawal"}. */
    static ObjectNode withKind(String kind, Object value) {
        var node = MAPPER.createObjectNode().put("kind", kind);
        node.setAll((ObjectNode) MAPPER.valueToTree(value));
        return node;
    }

    public static JsonNode toNode(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    private static final class FeatureVectorSerializer extends StdSerializer<FeatureVector> {
        private static final long serialVersionUID = 1;

        FeatureVectorSerializer() {
            super(FeatureVector.class);
        }

        @Override
        public void serialize(FeatureVector vector, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            for (int i = 0; i < vector.size(); i++) {
                out.writeNumberField(i < Feature.COUNT ? Feature.values()[i].label() : "feature_" + i, vector.at(i));
            }
            out.writeEndObject();
        }
    }
}
