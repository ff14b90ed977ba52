package firedrill.scoring.model.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A model on a disk: Tribuo's file, {@code NAME.tribuo}, and beside it {@code NAME.json}. */
public final class ModelFile {

    /** Nothing we could have written is larger, and nothing larger is read into memory. */
    static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final String TRIBUO = ".tribuo";
    private static final String SIDECAR = ".json";
    private static final String BUNDLED = "/models/champion";

    /** The model that comes with this version; a build whose own model is refused is broken. */
    public static LoadedModel loadBundled() {
        try {
            return readBundled().open();
        } catch (ModelRefusedException broken) {
            throw new IllegalStateException("the shipped model was refused: " + broken.getMessage(), broken);
        }
    }

    /** The same, as bytes. */
    public static ModelArtifact readBundled() {
        try (InputStream tribuo = resource(TRIBUO);
                InputStream sidecar = resource(SIDECAR)) {
            return ModelArtifact.of(tribuo.readAllBytes(), sidecar.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the shipped model cannot be read: " + broken.getMessage(), broken);
        }
    }

    /**
     * Reads and checks the model in {@code tribuoFile} and the sidecar beside it.
     *
     * @throws ModelRefusedException if a file cannot be read or any check fails
     */
    public static LoadedModel load(Path tribuoFile) throws ModelRefusedException {
        return readArtifact(tribuoFile).open();
    }

    /**
     * The two files as they are, unchecked but for their size.
     *
     * @throws ModelRefusedException if one cannot be read or is too large for any model
     */
    public static ModelArtifact readArtifact(Path tribuoFile) throws ModelRefusedException {
        return ModelArtifact.of(bytesOf(tribuoFile), bytesOf(sidecarOf(tribuoFile)));
    }

    /**
     * Writes both files, each in one step, the sidecar last; a reader in between refuses the pair.
     *
     * @param tribuoFile named {@code NAME.tribuo}
     */
    public static void write(Path tribuoFile, ModelArtifact model) throws IOException {
        replace(tribuoFile, model.modelBytes());
        replace(sidecarOf(tribuoFile), model.sidecarBytes());
    }

    private static Path sidecarOf(Path tribuoFile) {
        String name =
                tribuoFile.getFileName() == null ? "" : tribuoFile.getFileName().toString();
        if (!name.endsWith(TRIBUO)) {
            throw new IllegalArgumentException("a model's file is named NAME" + TRIBUO + ", was " + tribuoFile);
        }
        return tribuoFile.resolveSibling(name.substring(0, name.length() - TRIBUO.length()) + SIDECAR);
    }

    private static byte[] bytesOf(Path file) throws ModelRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ModelRefusedException(file + " is larger than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new ModelRefusedException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        Files.write(whole, bytes);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream resource(String ending) throws IOException {
        InputStream resource = ModelFile.class.getResourceAsStream(BUNDLED + ending);
        if (resource == null) {
            throw new IOException(BUNDLED + ending + " is missing");
        }
        return resource;
    }

    private ModelFile() {}
}
