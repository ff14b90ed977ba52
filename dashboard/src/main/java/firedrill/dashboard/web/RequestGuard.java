package firedrill.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Lets through only requests that this machine's own page could have made. It judges the request line and the headers, on
 * which alone routes are chosen, before anything of a body is read.
 *
 * <p>The Host header must name us (DNS rebinding); on {@code /api/} the browser must not say that another site asked;
 * no header may replace the method; and every method but GET and HEAD must carry the token of this start, which only the
 * page's own HTML contains, come from the page, and be JSON, which no foreign form can send without asking first. No
 * route of GET changes anything, so the token guards all that does, whatever its path.
 */
final class RequestGuard {
    static final String TOKEN_HEADER = "X-Firedrill-Token";
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> METHOD_HEADERS =
            Set.of("x-http-method", "x-http-method-override", "x-method-override");
    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/json;charset=utf-8");

    private final byte[] token;
    private final Set<String> otherHosts;

    RequestGuard(String token, Set<String> otherHosts) {
        this.token = token.getBytes(UTF_8);
        this.otherHosts = otherHosts;
    }

    /** Whether a request of this method is one that may change something. */
    static boolean changesState(String method) {
        return !SAFE_METHODS.contains(method);
    }

    /** The reason for which a request reaches no route; empty if it may. */
    Optional<ErrorAnswer> refusal(Request request) {
        HttpFields headers = request.getHeaders();
        String host = headers.get("Host");
        if (host == null || !isOwnHost(host, Request.getLocalPort(request))) {
            return refused(HttpStatus.FORBIDDEN_403, "This host name is not served here.");
        }
        if (headers.stream().anyMatch(field -> METHOD_HEADERS.contains(lowerCase(field.getName())))) {
            return refused(HttpStatus.FORBIDDEN_403, "No header replaces the method of a request.");
        }
        boolean isCommand = changesState(request.getMethod());
        if ((isCommand || isOfApi(request)) && !isSameOrigin(headers, host)) {
            return refused(HttpStatus.FORBIDDEN_403, "Cross-site requests are refused.");
        }
        return isCommand ? commandRefusal(headers) : Optional.empty();
    }

    private Optional<ErrorAnswer> commandRefusal(HttpFields headers) {
        String given = headers.get(TOKEN_HEADER);
        if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), token)) {
            return refused(HttpStatus.FORBIDDEN_403, "The page is from another start of firedrill; reload it.");
        }
        if (!isJson(headers.get("Content-Type"))) {
            return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Commands must be application/json in UTF-8.");
        }
        return Optional.empty();
    }

    private static boolean isOfApi(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        return path == null || path.startsWith("/api/");
    }

    private boolean isOwnHost(String host, int port) {
        int colon = host.lastIndexOf(':');
        boolean loopback = colon > 0
                && LOOPBACK_NAMES.contains(lowerCase(host.substring(0, colon)))
                && host.substring(colon + 1).equals(Integer.toString(port));
        return loopback || otherHosts.contains(host);
    }

    private static boolean isSameOrigin(HttpFields headers, String host) {
        List<String> origins = headers.getValuesList("Origin");
        String site = headers.get("Sec-Fetch-Site");
        return origins.stream().allMatch(origin -> origin.equalsIgnoreCase("http://" + host))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && JSON_TYPES.contains(lowerCase(contentType.replaceAll("[\\s\"]", "")));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<ErrorAnswer> refused(int status, String reason) {
        return Optional.of(new ErrorAnswer(status, reason));
    }
}
