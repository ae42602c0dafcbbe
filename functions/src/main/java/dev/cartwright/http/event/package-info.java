/** From a request to checked events: a pure step, without a server. */
package dev.cartwright.http.event;
