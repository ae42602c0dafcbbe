/** Pub/Sub on a laptop: what Terraform makes of it in the cloud, made in Google's emulator. */
package dev.cartwright.local.pubsub;
