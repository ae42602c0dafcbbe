/** What goes wrong, told as RFC 9457 problems by one mapping. */
package dev.cartwright.http.problem;
