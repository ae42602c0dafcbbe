/** The ways in: the gate before Funqy, the door of brokers, and the door of front ends. */
package dev.cartwright.http.door;
