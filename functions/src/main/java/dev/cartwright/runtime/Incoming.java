package dev.cartwright.runtime;

import dev.cartwright.rules.Event;
import io.cloudevents.CloudEvent;

/**
 * A checked event on its way to a lane.
 *
 * @param cloudEvent attributes and data as sent
 * @param event the same as rules see it
 */
public record Incoming(CloudEvent cloudEvent, Event<?> event) {}
