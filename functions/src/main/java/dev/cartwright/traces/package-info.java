/** How spans leave the application. */
package dev.cartwright.traces;
