package dev.cartwright.runtime;

import java.util.Optional;

/**
 * What became of an event whose sender takes an answer.
 *
 * @param reply empty where nothing follows from it, or more than one event
 */
public record Answered(Outcome outcome, Optional<Reply> reply) {}
