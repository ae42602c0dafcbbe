/** Tells of alerts outside, by signed webhooks. */
package dev.cartwright.alerts;
