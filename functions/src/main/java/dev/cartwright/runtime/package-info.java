/**
 * How an event becomes durable: lanes take what waits, load states, decide, write rows, set states, publish and
 * acknowledge. Plain Java over small interfaces, which the adapters implement.
 */
package dev.cartwright.runtime;
