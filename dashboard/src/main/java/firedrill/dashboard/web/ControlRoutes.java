package firedrill.dashboard.web;

import firedrill.dashboard.runtime.RunControls;
import firedrill.dashboard.runtime.RunControls.ControlResult;
import firedrill.scoring.drift.Mode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Commands of the operator by {@code POST}: 202 if accepted, 409 if refused by the run, 400 if malformed. */
final class ControlRoutes {
    /** Id of a scenario of the catalogue; paths of files do not match. */
    private static final Pattern SCENARIO_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int MAX_ID_LENGTH = 64;
    private static final int MAX_REASON_LENGTH = 300;

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

    void mode(Context ctx) throws BadRequestException {
        ModeRequest order = PageJson.read(ctx.bodyAsBytes(), ModeRequest.class);
        ModeSetting choice = order.mode();
        if (choice == null) {
            throw new BadRequestException("mode must be MODEL, RULES or AUTOMATIC.");
        }
        respond(ctx, controls.pinMode(pinned(choice), reason(order.reason())));
    }

    void scenario(Context ctx) throws BadRequestException {
        String id = PageJson.read(ctx.bodyAsBytes(), ScenarioRequest.class).id();
        if (id == null
                || id.length() > MAX_ID_LENGTH
                || !SCENARIO_ID.matcher(id).matches()) {
            throw new BadRequestException("id must be the id of a scenario, such as crash-day.");
        }
        respond(ctx, controls.startScenario(id));
    }

    void end(Context ctx) throws BadRequestException {
        PageJson.read(ctx.bodyAsBytes(), EndRequest.class);
        respond(ctx, controls.endRun());
    }

    private static Optional<Mode> pinned(ModeSetting choice) {
        return switch (choice) {
            case MODEL -> Optional.of(Mode.MODEL);
            case RULES -> Optional.of(Mode.RULES);
            case AUTOMATIC -> Optional.empty();
        };
    }

    static String reason(@Nullable String text) throws BadRequestException {
        String reason = text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON_LENGTH) {
            throw new BadRequestException("reason must have 1 to " + MAX_REASON_LENGTH + " characters.");
        }
        return reason;
    }

    static void respond(Context ctx, ControlResult outcome) {
        ctx.contentType(WebServer.JSON);
        outcome.match(
                () -> ctx.status(HttpStatus.ACCEPTED).result(PageJson.write(Map.of("accepted", true))),
                refused -> ctx.status(HttpStatus.CONFLICT).result(PageJson.error(refused.reason())));
    }
}
