package firedrill.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Answers a path that ends in the number of one record. */
final class NumericIdRoute {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * Responds with the record as JSON; 404 if there is none.
     *
     * @param refusal answer to an id that is not a positive whole number
     * @param missing answer to the id of no record
     */
    static <T> void respond(
            Context ctx, String refusal, LongFunction<Optional<T>> find, Function<String, String> missing)
            throws BadRequestException {
        String id = ctx.pathParam("id");
        if (!ID.matcher(id).matches()) {
            throw new BadRequestException(refusal);
        }
        Optional<T> found = find.apply(Long.parseLong(id));
        ctx.contentType(WebServer.JSON);
        if (found.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND).result(PageJson.error(missing.apply(id)));
        } else {
            ctx.result(PageJson.write(found.get()));
        }
    }

    private NumericIdRoute() {}
}
