package dev.cartwright.runtime;

import dev.cartwright.rules.Position;

/** Where an event stands in the log. */
public record RowKey(String subject, Position position) {}
