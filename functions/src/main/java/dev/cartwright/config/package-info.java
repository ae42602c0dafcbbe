/** How the parts of the application are configured and put together. */
package dev.cartwright.config;
