package firedrill.dashboard.web;

import io.javalin.http.Context;

/** Clusters and their blast radius. */
final class ClusterRoutes {

    private final PageSource source;

    ClusterRoutes(PageSource source) {
        this.source = source;
    }

    void list(Context ctx) {
        ctx.contentType(WebServer.JSON).result(PageJson.write(source.clusters()));
    }

    /** One cluster with its blast radius; 404 if it has merged with another or fallen apart. */
    void detail(Context ctx) throws BadRequestException {
        NumericIdRoute.respond(
                ctx,
                "The id of a cluster is that of its smallest user, a whole number.",
                source::cluster,
                id -> "No such cluster: it was split or merged.");
    }
}
