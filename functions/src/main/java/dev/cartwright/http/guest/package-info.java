/** Anonymous visitors: identities that Cartwright itself gives out, and knows again. */
package dev.cartwright.http.guest;
