/** The live feed: what changes reaches whoever watches, in order and once, or they are told that it did not. */
package dev.cartwright.live;
