package dev.cartwright.runtime;

import dev.cartwright.runtime.Publisher.Publication;

/**
 * The only follow-up of an event, as the answer to its sender. Where the answer gets lost the sender, which got none,
 * delivers the event again and is answered the same; so it goes out at least once, like all that is published.
 *
 * @param written to be run when it is on its way: from then on no fold of the subject publishes it
 */
public record Reply(Publication publication, Runnable written) {}
