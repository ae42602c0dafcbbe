/** The live doors: channels are watched as server-sent events and over WebSockets. */
package dev.cartwright.http.live;
