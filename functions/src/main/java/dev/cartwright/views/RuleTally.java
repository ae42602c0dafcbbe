package dev.cartwright.views;

import dev.cartwright.operations.InstanceEvent.RuleWork;
import java.time.Instant;
import java.util.Map;

/** What rules did, over all instances, as their samples tell. Thread-safe. */
@FunctionalInterface
public interface RuleTally {

    /** By name; rules that were not tried may be absent. */
    Map<String, RuleWork> between(Instant from, Instant to);
}
