package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page's own files, from the class path under {@code /public}. */
final class PageFiles {
    /** Names of lower-case letters, digits, dots and dashes in at most one folder; never a dot first. */
    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+/)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final String index;

    PageFiles(String token) {
        this.index = new String(read("index.html").orElseThrow(), UTF_8).replace("{{token}}", token);
    }

    void index(Context ctx) {
        ctx.contentType("text/html; charset=utf-8").result(index);
    }

    void file(Context ctx) {
        String name = ctx.path().substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            throw new NotFoundResponse("There is no such page.");
        }
        byte[] content = read(name).orElseThrow(() -> new NotFoundResponse("There is no such page."));
        ctx.contentType(type).result(content);
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/public/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException("/public/" + name + " cannot be read from the class path", cause);
        }
    }
}
