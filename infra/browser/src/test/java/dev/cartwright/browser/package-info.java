/** The pages as people see them. Browsers are driven by {@code Chromium}, one Cartwright serves all tests of a run. */
package dev.cartwright.browser;
