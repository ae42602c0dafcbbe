package dev.cartwright.config;

import dev.cartwright.rules.Engine;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.rules.schema.EventSchemas;
import dev.cartwright.runtime.Events;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.shop.Shop;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The shop's rules and events. */
final class RulesBeans {

    @Produces
    @Singleton
    RuleSet rules() {
        return Shop.rules();
    }

    @Produces
    @Singleton
    Engine engine(RuleSet rules, CartwrightConfig config) {
        return new Engine(rules, config.rules().maxHops());
    }

    @Produces
    @Singleton
    EventCatalog catalog(RuleSet rules) {
        return rules.catalog();
    }

    @Produces
    @Singleton
    EventSchemas schemas(EventCatalog catalog) {
        return EventSchemas.of(catalog);
    }

    @Produces
    @Singleton
    Events events(EventCatalog catalog) {
        return new Events(catalog);
    }

    @Produces
    @Singleton
    RuleSetVersion version(CartwrightConfig config) {
        return RulesCode.version(Shop.class, config.rules().version());
    }
}
