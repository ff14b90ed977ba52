package firedrill.dashboard.web;

import firedrill.dashboard.monitor.ClusterDetail;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.regex.Pattern;

/** Clusters and their blast radius. */
final class ClusterRoutes {

    private static final Pattern USER_ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final PageSource source;

    ClusterRoutes(PageSource source) {
        this.source = source;
    }

    void list(Context ctx) {
        ctx.contentType(WebServer.JSON).result(PageJson.write(source.clusters()));
    }

    /** One cluster with its blast radius; 404 if it has merged with another or fallen apart. */
    void detail(Context ctx) throws BadRequestException {
        String id = ctx.pathParam("id");
        if (!USER_ID.matcher(id).matches()) {
            throw new BadRequestException("The id of a cluster is that of its smallest user, a whole number.");
        }
        Optional<ClusterDetail> known = source.cluster(Long.parseLong(id));
        ctx.contentType(WebServer.JSON);
        if (known.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND).result(PageJson.error("No such cluster: it was split or merged."));
        } else {
            ctx.result(PageJson.write(known.get()));
        }
    }
}
