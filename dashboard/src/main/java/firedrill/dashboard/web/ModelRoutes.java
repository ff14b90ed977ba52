package firedrill.dashboard.web;

import firedrill.dashboard.runtime.RunControls;
import firedrill.scoring.registry.ModelOrder;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registry commands and decision provenance. A model is named by its id, never by a file. */
final class ModelRoutes {

    private static final Pattern MODEL_ID = Pattern.compile("[0-9a-f]{12}");

    private final PageSource source;
    private final RunControls controls;

    ModelRoutes(PageSource source, RunControls controls) {
        this.source = source;
        this.controls = controls;
    }

    /** Kind of registry order. */
    enum ModelOrderKind {
        PROMOTE,
        ROLL_BACK,
        STAGE,
        UNSTAGE,
        SHADOW,
        UNSHADOW,
        RETIRE
    }

    /**
     * The body of {@code POST /api/model}.
     *
     * @param id null for an order without a model
     * @param share share of the users; null unless the order is STAGE
     */
    record ModelOrderRequest(
            @Nullable ModelOrderKind command,
            @Nullable String id,
            @Nullable Double share,
            @Nullable String reason) {}

    void order(Context ctx, byte[] body) throws BadRequestException {
        ModelOrderRequest request = PageJson.read(body, ModelOrderRequest.class);
        ControlRoutes.respond(ctx, controls.orderModel(order(request), ControlRoutes.reason(request.reason())));
    }

    private static ModelOrder order(ModelOrderRequest body) throws BadRequestException {
        if (body.command() == null) {
            throw new BadRequestException(
                    "command must be PROMOTE, ROLL_BACK, STAGE, UNSTAGE, SHADOW, UNSHADOW or RETIRE.");
        }
        requireNoMore(body);
        return switch (body.command()) {
            case ROLL_BACK -> new ModelOrder.RollBack();
            case UNSTAGE -> new ModelOrder.Unstage();
            case PROMOTE -> new ModelOrder.Promote(id(body));
            case STAGE -> new ModelOrder.Stage(id(body), share(body));
            case SHADOW -> new ModelOrder.Shadow(id(body));
            case UNSHADOW -> new ModelOrder.Unshadow(id(body));
            case RETIRE -> new ModelOrder.Retire(id(body));
        };
    }

    /** A value that the command does not use is a misunderstanding: nothing is done before it is cleared up. */
    private static void requireNoMore(ModelOrderRequest body) throws BadRequestException {
        ModelOrderKind command = Objects.requireNonNull(body.command());
        if (body.id() != null && (command == ModelOrderKind.ROLL_BACK || command == ModelOrderKind.UNSTAGE)) {
            throw new BadRequestException(command + " takes no id.");
        }
        if (body.share() != null && command != ModelOrderKind.STAGE) {
            throw new BadRequestException(command + " takes no share.");
        }
    }

    private static String id(ModelOrderRequest body) throws BadRequestException {
        if (body.id() == null || !MODEL_ID.matcher(body.id()).matches()) {
            throw new BadRequestException("id must be the id of a model, 12 hex digits.");
        }
        return body.id();
    }

    private static double share(ModelOrderRequest body) throws BadRequestException {
        Double share = body.share();
        if (share == null || !(share > 0 && share <= 1)) {
            throw new BadRequestException("share must be above 0 and at most 1.");
        }
        return share;
    }

    /** Provenance of a decision; 404 if the decision is not among the most recent. */
    void provenance(Context ctx) throws BadRequestException {
        NumericIdRoute.respond(
                ctx,
                "The id of an event is a whole number.",
                source::provenance,
                id -> "Decision " + id + " is not among the most recent; use ./firedrill model provenance " + id + ".");
    }
}
