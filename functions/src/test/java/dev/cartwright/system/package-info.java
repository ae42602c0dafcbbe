/** The packaged system, started and used as people do. */
package dev.cartwright.system;
