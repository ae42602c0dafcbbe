package dev.cartwright.http.identity;

import dev.cartwright.rules.Role;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What every path asks for; one that is not listed here is denied to everybody. */
final class Paths {

    /** What a request must be, to get on. */
    sealed interface Need {

        /** Anybody's. */
        record Nothing() implements Need {}

        /** Of somebody with one of these roles. */
        record Identity(Set<Role> roles) implements Need {}

        /** A broker's delivery. */
        record Delivery() implements Need {}

        /** There is no such request. */
        record Denial() implements Need {}
    }

    private static final Need ANYBODY = new Need.Nothing();
    private static final Need ANY_ROLE = new Need.Identity(EnumSet.allOf(Role.class));
    private static final Need OPERATOR = new Need.Identity(EnumSet.of(Role.SRE, Role.ADMIN));
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** A path, or where it ends in a slash all that is below it. */
    private record Line(String path, Need need) {

        boolean covers(String asked) {
            return path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
        }
    }

    private static final List<Line> LISTED = List.of(
            new Line("/events", ANY_ROLE),
            new Line("/guests", ANYBODY),
            new Line("/identity", ANYBODY),
            new Line("/live", ANY_ROLE),
            new Line("/live/ws", ANY_ROLE),
            new Line("/probe", OPERATOR),
            new Line("/subjects/", ANY_ROLE),
            new Line("/views/", ANY_ROLE),
            new Line("/schemas", ANYBODY),
            new Line("/schemas/", ANYBODY),
            new Line("/cartwright.js", ANYBODY),
            new Line("/cartwright.d.ts", ANYBODY),
            new Line("/cartwright/", ANYBODY),
            new Line("/pages/", ANYBODY),
            new Line("/shop", ANYBODY),
            new Line("/shop/", ANYBODY),
            new Line("/dashboard", ANYBODY),
            new Line("/dashboard/", ANYBODY),
            new Line("/rules", ANYBODY),
            new Line("/rules/", ANYBODY),
            new Line("/q/openapi", ANYBODY),
            new Line("/q/health", ANYBODY),
            new Line("/q/health/", ANYBODY),
            new Line("/q/metrics", OPERATOR));

    private Paths() {}

    static Need need(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals("/")) {
            return READING.contains(request.request().method()) ? ANYBODY : new Need.Delivery();
        }
        if (path.equals("/events") && request.request().method() == HttpMethod.OPTIONS) {
            // A webhook's sender asks before it has anything to show.
            return ANYBODY;
        }
        return LISTED.stream().filter(line -> line.covers(path)).map(Line::need).findFirst()
                .orElse(new Need.Denial());
    }
}
