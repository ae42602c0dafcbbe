/** Google Cloud Pub/Sub as the broker. */
package dev.cartwright.pubsub;
