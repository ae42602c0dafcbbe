package dev.cartwright.config;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** Ends a start that can only fail, with one line: other exceptions are logged with stack traces that tell no more. */
public final class GiveUp {

    private static final Logger LOG = Logger.getLogger(GiveUp.class);

    /** The priority of those that look at settings. */
    public static final int BEFORE_ANYTHING_STARTS = 1;

    /** Makes something of settings. */
    interface Making<T> {
        T make() throws IOException;
    }

    private GiveUp() {}

    /** What is made, unless the settings are bad, or there are no credentials. */
    static <T> T unless(Making<T> of) {
        try {
            return of.make();
        } catch (IllegalStateException | IllegalArgumentException | IOException | UncheckedIOException e) {
            throw because(e.getMessage());
        }
    }

    /** To be thrown. */
    public static PreventFurtherStepsException because(String why) {
        LOG.error(why);
        // why: Quarkus itself stumbles over stopping what never started, and says so at length.
        java.util.logging.Logger.getLogger("io.quarkus.runtime.shutdown").setLevel(Level.OFF);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(why, 1);
    }
}
