/** What holds for every request before anybody reads it. */
package dev.cartwright.http.server;
