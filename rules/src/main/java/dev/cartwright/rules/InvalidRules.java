package dev.cartwright.rules;

/** Rules or event types that the system refuses to start with; the message names the cause and the mend. */
public final class InvalidRules extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidRules(String message) {
        super(message);
    }
}
