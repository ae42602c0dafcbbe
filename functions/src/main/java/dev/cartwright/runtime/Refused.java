package dev.cartwright.runtime;

/** The broker will never take this event: to send it again does not help. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String why) {
        super(why);
    }
}
