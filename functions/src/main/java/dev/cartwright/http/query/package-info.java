/** What subjects are, were, and why; and what describes events to programs. */
package dev.cartwright.http.query;
