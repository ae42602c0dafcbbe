/** The event log, dead letters and time stamps in Bigtable, or its emulator. */
package dev.cartwright.bigtable;
