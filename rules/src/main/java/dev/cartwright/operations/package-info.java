/** What instances tell of themselves, and what that means: incidents and alerts. */
package dev.cartwright.operations;
