package firedrill.scoring.model.artifact;

import firedrill.ingest.input.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A model as files: {@code NAME.tribuo} by Tribuo, and the sidecar {@code NAME.json} beside it. */
public final class ModelFile {

    private static final String TRIBUO = ".tribuo";
    private static final String SIDECAR = ".json";
    private static final String BUNDLED = "/models/";

    /** The champion bundled with this version, which always opens. */
    public static LoadedModel loadBundled() {
        return loadBundled(BundledModel.CHAMPION);
    }

    /** A model bundled with this version, which always opens. */
    public static LoadedModel loadBundled(BundledModel model) {
        try {
            return readBundled(model).open();
        } catch (ModelRefusedException e) {
            throw new IllegalStateException("the bundled model was refused: " + e.getMessage(), e);
        }
    }

    /** The bundled champion, as bytes. */
    public static ModelArtifact readBundled() {
        return readBundled(BundledModel.CHAMPION);
    }

    /** A bundled model, as bytes. */
    public static ModelArtifact readBundled(BundledModel model) {
        try (InputStream tribuo = resource(model, TRIBUO);
                InputStream sidecar = resource(model, SIDECAR)) {
            return ModelArtifact.of(tribuo.readAllBytes(), sidecar.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the bundled model cannot be read: " + e.getMessage(), e);
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
     * The two files, unchecked but for their size.
     *
     * @throws ModelRefusedException if one cannot be read or is larger than {@link ModelArtifact#MAX_BYTES}
     */
    public static ModelArtifact readArtifact(Path tribuoFile) throws ModelRefusedException {
        return ModelArtifact.of(bytesOf(tribuoFile), bytesOf(sidecarOf(tribuoFile)));
    }

    /**
     * Writes both files, each atomically, the sidecar last; a reader in between refuses the pair.
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
        try (InputStream in = InputFile.open(file)) {
            byte[] bytes = in.readNBytes(ModelArtifact.MAX_BYTES + 1);
            if (bytes.length > ModelArtifact.MAX_BYTES) {
                throw new ModelRefusedException(file + " is larger than " + ModelArtifact.MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelRefusedException(file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, bytes);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static InputStream resource(BundledModel model, String ending) throws IOException {
        InputStream resource = ModelFile.class.getResourceAsStream(BUNDLED + model.label() + ending);
        if (resource == null) {
            throw new IOException(BUNDLED + model.label() + ending + " is missing");
        }
        return resource;
    }

    private ModelFile() {}
}
