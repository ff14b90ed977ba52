package firedrill.dashboard.web;

import java.io.IOException;

/** The page's port is in use or may not be used; the message is a sentence for the operator. */
public final class PortUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    PortUnavailableException(WebSettings settings, Throwable cause) {
        super(
                "Cannot listen on " + settings.bindAddress() + ":" + settings.port() + " (" + cause.getMessage()
                        + "). Stop what uses the port, or choose another one; 0 takes any free port.",
                cause);
    }
}
