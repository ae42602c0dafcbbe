/** How much a client may send and ask in a while. */
package dev.cartwright.http.limit;
