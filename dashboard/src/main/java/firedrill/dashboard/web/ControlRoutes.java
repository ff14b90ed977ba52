package firedrill.dashboard.web;

import firedrill.dashboard.monitor.OrderFates.OrderFate;
import firedrill.dashboard.runtime.RunControls;
import firedrill.dashboard.runtime.RunControls.ControlResult;
import firedrill.ingest.yaml.Slug;
import firedrill.scoring.decision.AuditNote;
import firedrill.scoring.drift.Mode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the operator by {@code POST}: 202 if accepted, 400 if malformed, 409 if refused by the run, now and for ever,
 * 504 if it cannot be known yet whether the command counts.
 */
final class ControlRoutes {
    private static final Pattern ORDER_ID = Pattern.compile("[0-9a-f-]{36}");
    private static final int MAX_ID_LENGTH = 64;

    private final RunControls controls;

    ControlRoutes(RunControls controls) {
        this.controls = controls;
    }

    /** Requested decision mode. */
    enum ModeSetting {
        MODEL,
        RULES,
        AUTOMATIC
    }

    /** The body of {@code POST /api/mode}. */
    record ModeRequest(@Nullable ModeSetting mode, @Nullable String reason) {}

    /** The body of {@code POST /api/scenario}. */
    record ScenarioRequest(@Nullable String id) {}

    /** The body of {@code POST /api/end}: an empty object. */
    record EndRequest() {}

    void mode(Context ctx, byte[] body) throws BadRequestException {
        ModeRequest order = PageJson.read(body, ModeRequest.class);
        ModeSetting choice = order.mode();
        if (choice == null) {
            throw new BadRequestException("mode must be MODEL, RULES or AUTOMATIC.");
        }
        respond(ctx, controls.pinMode(pinned(choice), reason(order.reason())));
    }

    void scenario(Context ctx, byte[] body) throws BadRequestException {
        String id = PageJson.read(body, ScenarioRequest.class).id();
        if (id == null || id.length() > MAX_ID_LENGTH || !Slug.matches(id)) {
            throw new BadRequestException("id must be the id of a scenario, such as crash-day.");
        }
        respond(ctx, controls.startScenario(id));
    }

    void end(Context ctx, byte[] body) throws BadRequestException {
        PageJson.read(body, EndRequest.class);
        respond(ctx, controls.endRun());
    }

    private static Optional<Mode> pinned(ModeSetting choice) {
        return switch (choice) {
            case MODEL -> Optional.of(Mode.MODEL);
            case RULES -> Optional.of(Mode.RULES);
            case AUTOMATIC -> Optional.empty();
        };
    }

    /** The reason as the audit trail keeps it. */
    static String reason(@Nullable String text) throws BadRequestException {
        String given = text == null ? "" : text;
        Optional<String> fault = AuditNote.fault(given);
        if (fault.isPresent()) {
            throw new BadRequestException("reason " + fault.get() + ".");
        }
        return new AuditNote(RunControls.OPERATOR, given).reason();
    }

    static void respond(Context ctx, ControlResult outcome) {
        ctx.contentType(WebServer.JSON);
        outcome.match(
                accepted -> ctx.status(HttpStatus.ACCEPTED).result(PageJson.write(Map.of("accepted", true))),
                refused -> ctx.status(HttpStatus.CONFLICT).result(PageJson.error(refused.reason())),
                uncertain -> ctx.status(HttpStatus.GATEWAY_TIMEOUT)
                        .result(PageJson.write(new UncertainAnswer(uncertain.reason(), uncertain.orderId()))));
    }

    /** The answer to a command of which nobody knows yet whether it counts. */
    record UncertainAnswer(String error, String orderId) {}

    /** What became of such a command; 404 if nothing is known of it. */
    void fate(Context ctx) throws BadRequestException {
        String id = ctx.pathParam("id");
        if (!ORDER_ID.matcher(id).matches()) {
            throw new BadRequestException("The id of an order is that of the answer to it.");
        }
        Optional<OrderFate> fate = controls.orderFate(id);
        ctx.contentType(WebServer.JSON);
        if (fate.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND).result(PageJson.error("Nothing is known of this order."));
        } else {
            ctx.result(PageJson.write(Map.of("id", id, "fate", fate.get())));
        }
    }
}
