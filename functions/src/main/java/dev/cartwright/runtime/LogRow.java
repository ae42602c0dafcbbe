package dev.cartwright.runtime;

import io.cloudevents.CloudEvent;

/**
 * One event of the log with what was decided about it: one row, written at once.
 *
 * @param recorded the decision; a failure only where no decision stands
 * @param published true once what is recorded went out and the state was set
 */
public record LogRow(RowKey key, CloudEvent event, Recorded recorded, boolean published) {}
