package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;

/** JSON of the page: writes its records and reads its commands; NaN is written as null. */
final class PageJson {
    /** Four decimals are more than the page shows. */
    private static final double ROUNDING = 10_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(2_000)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // The keys are the components of the records; a derived question such as isSignificant is none.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, PageJson::refuseOtherScalars)
            .withCoercionConfig(LogicalType.Enum, PageJson::refuseOtherScalars)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FigureSerializer(PageJson::rounded))
                    .addSerializer(double.class, new FigureSerializer(PageJson::rounded)))
            .build();

    private PageJson() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(value.getClass() + " cannot be written", cause);
        }
    }

    static byte[] error(String reason) {
        return write(Map.of("error", reason));
    }

    /**
     * Strict: one object in UTF-8 whose keys are known and occur once and whose values have the type of the key; nothing
     * follows it.
     */
    static <T> T read(byte[] json, Class<T> type) throws BadRequestException {
        try {
            T value = MAPPER.readValue(text(json), type);
            if (value == null) {
                throw new BadRequestException("The body must be a JSON object.");
            }
            return value;
        } catch (JsonMappingException cause) {
            throw new BadRequestException("The body does not have the expected keys and values.", cause);
        } catch (IOException cause) {
            throw new BadRequestException("The body is not JSON in UTF-8, or has a key twice.", cause);
        }
    }

    private static String text(byte[] json) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    }

    private static void refuseOtherScalars(MutableCoercionConfig config) {
        for (CoercionInputShape shape : List.of(
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean,
                CoercionInputShape.EmptyString,
                CoercionInputShape.EmptyArray,
                CoercionInputShape.EmptyObject)) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    private static double rounded(double value) {
        return StrictMath.rint(value * ROUNDING) / ROUNDING;
    }
}
