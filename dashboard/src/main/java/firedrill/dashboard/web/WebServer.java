package firedrill.dashboard.web;

import firedrill.dashboard.health.RunHealth;
import firedrill.dashboard.runtime.RunControls;
import firedrill.scoring.feature.catalogue.CatalogueEntry;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page's server: its files, its stream, its orders, health and metrics. Stops with {@link #close()}. */
public final class WebServer implements AutoCloseable {
    static final String JSON = "application/json";
    private static final int TOKEN_BYTES = 32;
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final WebSettings settings;
    private final ServerSocketChannel channel;
    private final PageSource source;
    private final String token = newToken();
    private final PageFiles files = new PageFiles(token);
    private final ControlRoutes orders;
    private final ModelRoutes models;
    private final ClusterRoutes clusters;
    private final PageStream stream;
    private final StreamRoute streamRoute;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Javalin server;

    private WebServer(WebSettings settings, ServerSocketChannel channel, PageSource source, RunControls controls) {
        this.settings = settings;
        this.channel = channel;
        this.source = source;
        this.orders = new ControlRoutes(controls);
        this.models = new ModelRoutes(source, controls);
        this.clusters = new ClusterRoutes(source);
        this.stream = new PageStream(source::state);
        this.streamRoute = new StreamRoute(stream);
        this.server = Javalin.create(this::configure);
    }

    /** Listens from now on. */
    public static WebServer start(WebSettings settings, PageSource source, RunControls controls)
            throws PortUnavailableException {
        WebServer web = new WebServer(settings, HttpConnector.bind(settings), source, controls);
        web.server.start();
        Thread ticker = new Thread(web::tickUntilClosed, "page-ticker");
        ticker.setDaemon(true);
        ticker.start();
        return web;
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** URL of the page on this machine. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /** Every route, for the test that tries them all. */
    List<Endpoint> endpoints() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
        stream.dropAll();
        server.stop();
    }

    private void tickUntilClosed() {
        try {
            while (!closed.await(PageStream.TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                stream.tick();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void configure(JavalinConfig config) {
        HttpConnector.configure(channel, new RequestGuard(token, settings.otherHosts()), config);
        routes(config.routes);
        failures(config.routes);
    }

    /** Routes of GET read; what changes state is a command. */
    private void routes(RoutesConfig routes) {
        routes.get("/", files::index)
                .get("/index.html", files::index)
                .get("/health/live", ctx -> json(ctx, Map.of("live", true)))
                .get("/health/ready", this::ready)
                .get("/metrics", this::metrics)
                .get("/models/champion", ctx -> html(ctx, ModelCardPage.of(source.card())))
                .get("/api/state", ctx -> json(ctx, source.state()))
                .get("/api/features", ctx -> json(ctx, CatalogueEntry.all()))
                .get("/api/clusters", clusters::list)
                .get("/api/clusters/{id}", clusters::detail)
                .get(StreamRoute.PATH, streamRoute)
                .get("/api/decisions/{id}/model", models::provenance)
                .get("/api/orders/{id}", orders::fate)
                .get("/<file>", files::file);
        command(routes, "/api/model", models::order);
        command(routes, "/api/mode", orders::mode);
        command(routes, "/api/scenario", orders::scenario);
        command(routes, "/api/end", orders::end);
    }

    /** Adds a route that changes state: by POST, and only with the body of a request that the gate let through. */
    private static void command(RoutesConfig routes, String path, CommandHandler handler) {
        routes.post(path, ctx -> handler.handle(ctx, CommandBody.of(ctx)));
    }

    private static void failures(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (refusal, ctx) -> {
            ctx.status(refusal.getStatus()).contentType(JSON);
            ctx.result(PageJson.error(String.valueOf(refusal.getMessage())));
        });
        routes.exception(BadRequestException.class, (bad, ctx) -> {
            ctx.status(HttpStatus.BAD_REQUEST).contentType(JSON).result(PageJson.error(bad.reason()));
        });
        routes.exception(Exception.class, (failure, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
            ctx.status(HttpStatus.INTERNAL_SERVER_ERROR).contentType(JSON);
            ctx.result(PageJson.error("The server failed; its log says why."));
        });
    }

    private void ready(Context ctx) {
        RunHealth health = source.health();
        ctx.status(health.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(ctx, health);
    }

    private void metrics(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(source.metrics());
    }

    private static void html(Context ctx, String page) {
        ctx.contentType("text/html; charset=utf-8").result(page);
    }

    private static void json(Context ctx, Object value) {
        ctx.contentType(JSON).result(PageJson.write(value));
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
