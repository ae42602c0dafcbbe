/** Knative Eventing as the broker. */
package dev.cartwright.knative;
