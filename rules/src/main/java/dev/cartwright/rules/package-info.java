/**
 * The rule vocabulary and its pure engine: a rule reads an event and its subject and returns effects; nothing here does
 * I/O, reads a clock or a random number.
 */
package dev.cartwright.rules;
