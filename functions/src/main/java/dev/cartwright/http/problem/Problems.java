package dev.cartwright.http.problem;

import dev.cartwright.runtime.Refused;
import dev.cartwright.runtime.Trace;
import dev.cartwright.runtime.Unavailable;
import dev.cartwright.runtime.Unquoted;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The one mapping from what went wrong to what the sender is told. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /** Of an exception; one that only we can mend is logged, under the id that the sender gets. */
    public static Problem of(Throwable failure) {
        return of(failure, null);
    }

    /** @param traceparent of the event that failed, whose trace id is then the one that is told; may be null */
    public static Problem of(Throwable failure, String traceparent) {
        var cause = unwrapped(failure);
        if (cause instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (cause instanceof Unavailable unavailable) {
            LOG.debug("A sender is told to come again", unavailable);
            boolean full = unavailable.reason() == Unavailable.Reason.LANE_FULL;
            return Problem.of(full ? 429 : 503, unavailable.getMessage());
        }
        if (cause instanceof Refused) {
            return Problem.of(422, cause.getMessage());
        }
        int status = status(cause);
        return status < 500 ? ofStatus(status) : ofBug(status, cause, Trace.id(traceparent));
    }

    /** Of a status that the framework chose. */
    public static Problem ofStatus(int status) {
        return Problem.of(status, switch (status) {
            case 401 -> "say who you are";
            case 403 -> "you may not do this";
            case 404 -> "there is nothing here";
            case 405 -> "this path does not have this method";
            case 406 -> "this is not available in an accepted media type";
            case 413 -> "the body is too large; without a token more than 4 KB is";
            case 415 -> "this media type is not read here";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        });
    }

    private static Problem ofBug(int status, Throwable cause, String known) {
        var traceId = known == null ? UUID.randomUUID().toString().replace("-", "") : known;
        Trace.log(traceId, () -> LOG.errorf(Unquoted.of(cause), "A request failed, trace id %s", traceId));
        return new Problem(status, "this is an error of ours; the log tells more under the trace id", null, null, null,
                traceId);
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure;
        while ((cause instanceof ApplicationException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static int status(Throwable cause) {
        if (cause instanceof HttpException http) {
            return http.getStatusCode();
        }
        if (cause instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        if (cause instanceof UnauthorizedException) {
            return 401;
        }
        return cause instanceof ForbiddenException ? 403 : 500;
    }
}
