package dev.cartwright.live;

import java.time.Duration;

/**
 * How an instance watches.
 *
 * @param maxFollowers how many may follow channels at a time
 * @param check how often quiet channels are compared with their histories
 * @param deadline after how long a connection on which nothing is heard counts as broken
 */
public record LiveSettings(int maxFollowers, Duration check, Duration deadline) {}
