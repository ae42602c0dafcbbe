package dev.cartwright.runtime;

import dev.cartwright.rules.State;

/**
 * A state as it is cached.
 *
 * @param rules the rule set that folded it
 * @param runId the run of the server that it was written to
 */
public record Snapshot(State state, RuleSetVersion rules, String runId) {}
