/** Whether this instance can do its work. */
package dev.cartwright.health;
