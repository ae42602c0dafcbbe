package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;

/**
 * One event of the log with what was decided about it: one row, written at once.
 *
 * @param published true once its follow-ups went out and its state was set
 */
public record LogRow(RowKey key, CloudEvent event, Recorded recorded, boolean published) {}
