/** Examples of rules: given a subject, when events happen, then this is expected; no server, no framework. */
package dev.cartwright.rules.testing;
