/** The cache of subjects in Redis, and Redis Streams as the broker of a laptop. */
package dev.cartwright.redis;
