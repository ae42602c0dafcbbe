package dev.cartwright.http.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Tells browsers what the pages and their parts may do: load from here, and nothing from elsewhere. */
@Singleton
final class Pages {

    static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
    // why so short: the name of a file stays when a release changes what is in it.
    private static final String FRESHNESS = "public, max-age=60";
    private static final int AFTER_THE_GUARD = 40;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> FOLDERS = Set.of("/shop", "/dashboard", "/rules");
    private static final List<String> PARTS = List.of("/shop/", "/dashboard/", "/rules/", "/pages/", "/cartwright/");

    /** Of which what serves files does not know the type, so that browsers would not show them. */
    private static final List<String> TEXTS = List.of(".d.ts", ".md");

    void register(@Observes Filters filters) {
        filters.register(Pages::handle, AFTER_THE_GUARD);
    }

    private static void handle(RoutingContext request) {
        var path = request.normalizedPath();
        if (FOLDERS.contains(path) && READING.contains(request.request().method())) {
            request.reroute(path + '/');
            return;
        }
        if (path.startsWith("/cartwright.") || PARTS.stream().anyMatch(path::startsWith)) {
            request.response().putHeader("content-security-policy", POLICY).putHeader("cache-control", FRESHNESS);
            if (TEXTS.stream().anyMatch(path::endsWith)) {
                request.response().putHeader("content-type", "text/plain;charset=UTF-8");
            }
        }
        request.next();
    }
}
