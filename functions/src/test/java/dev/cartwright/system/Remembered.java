package dev.cartwright.system;

import java.util.List;
import java.util.Map;

/**
 * What is known of a subject.
 *
 * @param log what the events of its history are known by
 */
record Remembered(Map<String, Object> properties, long version, List<String> log) {

    static final Remembered NOTHING = new Remembered(Map.of(), 0, List.of());
}
