package dev.cartwright.local.servers;

/** Says in one line why a local server could not be started, and what to do about it. */
public final class ServerStartException extends RuntimeException {
    public ServerStartException(String message) {
        super(message);
    }

    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
