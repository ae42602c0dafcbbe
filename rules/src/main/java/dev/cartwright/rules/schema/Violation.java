package dev.cartwright.rules.schema;

/**
 * What is wrong with an event's data, told to its sender.
 *
 * @param field where, such as {@code data.lines[0].quantity}
 * @param message what must hold there, such as {@code must be greater than 0}
 */
public record Violation(String field, String message) {}
