/** The shop's words for examples of its rules. */
package dev.cartwright.shop.testing;
