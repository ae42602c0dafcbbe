package dev.cartwright.config;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is not measured. */
final class MeterBeans {

    /** Several servers, one for each event loop, would register them; only the connections of the first would count. */
    private static final String CONNECTIONS = "vertx.http.connections.";

    @Produces
    @Singleton
    MeterFilter connectionsOfOneOfTheServers() {
        return MeterFilter.deny(meter -> meter.getName().startsWith(CONNECTIONS));
    }
}
