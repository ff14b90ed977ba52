package firedrill.scoring.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import firedrill.scoring.feature.Feature;
import firedrill.scoring.model.SampleModels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the bytes under fitting checksums are, they are a model or are refused with a reason. */
class ModelMutationTest {

    private static final List<ModelArtifact> ORIGINALS =
            List.of(ModelArtifact.pack(SampleModels.contents()), ModelArtifact.pack(SampleModels.xgboostContents()));

    private static final double[] ROW = SampleModels.rows(3, 1).get(0);

    @Property(tries = 400)
    void aChangedModelOpensOrIsRefused(@ForAll long seed, @ForAll boolean isTrees) {
        ModelArtifact original = ORIGINALS.get(isTrees ? 1 : 0);
        byte[] changed = mutated(original.modelBytes(), new SplittableRandom(seed));
        assertOpensOrIsRefused(Reseal.model(original, changed));
    }

    @Property(tries = 400)
    void aChangedSidecarOpensOrIsRefused(@ForAll long seed, @ForAll boolean isTrees) {
        ModelArtifact original = ORIGINALS.get(isTrees ? 1 : 0);
        String text = new String(original.sidecarBytes(), StandardCharsets.ISO_8859_1)
                .replaceFirst("[0-9a-f]{64}", SidecarChecksum.PLACEHOLDER);
        byte[] changed = mutated(text.getBytes(StandardCharsets.ISO_8859_1), new SplittableRandom(seed));
        assertOpensOrIsRefused(ModelArtifact.of(original.modelBytes(), SidecarChecksum.embed(changed)));
    }

    private static void assertOpensOrIsRefused(ModelArtifact artifact) {
        try {
            LoadedModel opened = artifact.open();
            double[] contributions = new double[Feature.COUNT];
            opened.scorer().explain(ROW, contributions);
            assertThat(opened.scorer().probability(ROW)).isBetween(0.0, 1.0);
            assertThat(opened.heldBytes()).isPositive();
        } catch (ModelRefusedException refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotEndWithIgnoringCase("null");
        }
    }

    /** Bytes overwritten, cut off, left out, or repeated; more often near the beginning, where the structure is. */
    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        byte[] result = bytes;
        for (int change = random.nextInt(1, 4); change > 0 && result.length > 1; change--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(2_000, result.length) : result.length);
            result = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(result, at);
                case 1 -> spliced(result, at, Math.min(result.length, at + random.nextInt(1, 64)));
                case 2 -> spliced(result, at, Math.max(0, at - random.nextInt(1, 64)));
                default -> overwritten(result, at, (byte) random.nextInt());
            };
        }
        return result;
    }

    private static byte[] overwritten(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }

    /** The bytes up to {@code end}, followed by those from {@code start}: a gap, or a repetition. */
    private static byte[] spliced(byte[] bytes, int end, int start) {
        byte[] copy = Arrays.copyOf(bytes, end + bytes.length - start);
        System.arraycopy(bytes, start, copy, end, bytes.length - start);
        return copy;
    }
}
