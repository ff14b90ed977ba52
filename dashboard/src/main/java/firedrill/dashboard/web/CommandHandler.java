package firedrill.dashboard.web;

import io.javalin.http.Context;

/** A route that changes something. It exists for POST alone and is called with the body of a request that had the token. */
@FunctionalInterface
interface CommandHandler {

    void handle(Context ctx, byte[] body) throws BadRequestException;
}
