/** Who makes a request, and what they may do: everything is denied that is not allowed here. */
package dev.cartwright.http.identity;
