package dev.cartwright.config;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** Ends a start that can only fail, with one line: other exceptions are logged with stack traces that tell no more. */
public final class GiveUp {

    private static final Logger LOG = Logger.getLogger(GiveUp.class);

    private GiveUp() {}

    /** To be thrown. */
    public static PreventFurtherStepsException because(String why) {
        LOG.error(why);
        // why: Quarkus itself stumbles over stopping what never started, and says so at length.
        java.util.logging.Logger.getLogger("io.quarkus.runtime.shutdown").setLevel(Level.OFF);
        Quarkus.asyncExit(1);
        return new PreventFurtherStepsException(why, 1);
    }
}
