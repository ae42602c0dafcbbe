/** One JSON Schema per event type, derived from its record and constraints; the same schema checks the data. */
package dev.cartwright.rules.schema;
