package dev.cartwright.local;

/** Something that whoever typed the command can mend; the message says what and how. */
public final class UserError extends RuntimeException {
    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
