package dev.cartwright.runtime;

import java.time.Duration;

/**
 * How much a client may use in a while; what is used comes back evenly.
 *
 * @param name what it is for, in lower-case letters
 */
public record Quota(String name, long amount, Duration window) {}
