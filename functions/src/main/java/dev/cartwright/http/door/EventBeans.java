package dev.cartwright.http.door;

import dev.cartwright.http.HttpConfig;
import dev.cartwright.http.event.EventCheck;
import dev.cartwright.http.event.EventReader;
import dev.cartwright.http.event.TimeCheck;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.runtime.Stamps;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what reads and checks events, of the shop's catalog and the configured bounds. */
final class EventBeans {

    @Produces
    @Singleton
    EventReader reader(RuleSet rules, HttpConfig config) {
        return new EventReader(rules.catalog(), config.maxBatch());
    }

    @Produces
    @Singleton
    EventCheck check(RuleSet rules, EventSchemas schemas, Stamps stamps, HttpConfig config) {
        var times = new TimeCheck(Clock.systemUTC(), config.maxAhead(), stamps);
        return new EventCheck(rules.catalog(), schemas, times, config.maxData().asLongValue());
    }
}
