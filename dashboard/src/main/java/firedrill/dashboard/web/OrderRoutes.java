package firedrill.dashboard.web;

import firedrill.dashboard.web.PageControls.Outcome;
import firedrill.scoring.decision.Mode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the operator can order by {@code POST}: accepted is 202, refused by the run 409, not an order 400. */
final class OrderRoutes {
    /** A scenario from the page is an id from the catalogue; a path to a file never passes. */
    private static final Pattern SCENARIO_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 300;

    private final PageControls controls;

    OrderRoutes(PageControls controls) {
        this.controls = controls;
    }

    /** Who is to decide. */
    enum ModeChoice {
        MODEL,
        RULES,
        AUTOMATIC
    }

    /** The body of {@code POST /api/mode}. */
    record ModeOrder(@Nullable ModeChoice mode, @Nullable String why) {}

    /** The body of {@code POST /api/scenario}. */
    record ScenarioOrder(@Nullable String id) {}

    /** The body of {@code POST /api/end}: an empty object. */
    record EndOrder() {}

    void mode(Context ctx) throws BadOrderException {
        ModeOrder order = PageJson.read(ctx.bodyAsBytes(), ModeOrder.class);
        ModeChoice choice = order.mode();
        if (choice == null) {
            throw new BadOrderException("mode must be MODEL, RULES or AUTOMATIC.");
        }
        answer(ctx, controls.pinMode(pinned(choice), reason(order.why())));
    }

    void scenario(Context ctx) throws BadOrderException {
        String id = PageJson.read(ctx.bodyAsBytes(), ScenarioOrder.class).id();
        if (id == null || id.length() > LONGEST_ID || !SCENARIO_ID.matcher(id).matches()) {
            throw new BadOrderException("id must be the id of a scenario, such as crash-day.");
        }
        answer(ctx, controls.startScenario(id));
    }

    void end(Context ctx) throws BadOrderException {
        PageJson.read(ctx.bodyAsBytes(), EndOrder.class);
        answer(ctx, controls.endRun());
    }

    private static Optional<Mode> pinned(ModeChoice choice) {
        return switch (choice) {
            case MODEL -> Optional.of(Mode.MODEL);
            case RULES -> Optional.of(Mode.RULES);
            case AUTOMATIC -> Optional.empty();
        };
    }

    static String reason(@Nullable String why) throws BadOrderException {
        String reason = why == null ? "" : why.replaceAll("\\p{Cntrl}+", " ").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new BadOrderException("why must say in 1 to " + LONGEST_REASON + " characters why.");
        }
        return reason;
    }

    static void answer(Context ctx, Outcome outcome) {
        ctx.contentType(WebServer.JSON);
        if (outcome instanceof Outcome.Refused refused) {
            ctx.status(HttpStatus.CONFLICT).result(PageJson.error(refused.reason()));
        } else {
            ctx.status(HttpStatus.ACCEPTED).result(PageJson.write(Map.of("accepted", true)));
        }
    }
}
