package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets through only requests that this machine's own page could have made.
 *
 * <p>The Host header must name us (DNS rebinding); on {@code /api/} the browser must not say that another site asked;
 * and what changes state must carry the token of this start, which only the page's own HTML contains, and be JSON, which no
 * foreign form can send without asking first.
 */
final class RequestGuard implements Handler {
    static final String TOKEN_HEADER = "X-Firedrill-Token";
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private final byte[] token;
    private final Set<String> otherHosts;

    RequestGuard(String token, Set<String> otherHosts) {
        this.token = token.getBytes(UTF_8);
        this.otherHosts = otherHosts;
    }

    @Override
    public void handle(Context ctx) {
        SecurityHeaders.apply(ctx);
        String host = ctx.header("Host");
        if (host == null || !isOwnHost(host, ctx.req().getLocalPort())) {
            throw refused(HttpStatus.FORBIDDEN, "This host name is not served here.");
        }
        if (ctx.path().startsWith("/api/") && !isSameOrigin(ctx, host)) {
            throw refused(HttpStatus.FORBIDDEN, "Cross-site requests are refused.");
        }
        if (!SAFE_METHODS.contains(ctx.req().getMethod())) {
            checkCommand(ctx);
        }
    }

    private void checkCommand(Context ctx) {
        String given = ctx.header(TOKEN_HEADER);
        if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), token)) {
            throw refused(HttpStatus.FORBIDDEN, "The page is from another start of firedrill; reload it.");
        }
        if (!isJson(ctx.header("Content-Type"))) {
            throw refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Commands must be application/json.");
        }
    }

    private boolean isOwnHost(String host, int port) {
        int colon = host.lastIndexOf(':');
        boolean loopback = colon > 0
                && LOOPBACK_NAMES.contains(host.substring(0, colon).toLowerCase(Locale.ROOT))
                && host.substring(colon + 1).equals(Integer.toString(port));
        return loopback || otherHosts.contains(host);
    }

    private static boolean isSameOrigin(Context ctx, String host) {
        String origin = ctx.header("Origin");
        String site = ctx.header("Sec-Fetch-Site");
        return (origin == null || origin.equalsIgnoreCase("http://" + host))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static HttpResponseException refused(HttpStatus status, String reason) {
        return new HttpResponseException(status.getCode(), reason);
    }
}
