package dev.cartwright.http.door;

import dev.cartwright.runtime.Publisher.Publication;

/** About how many bytes of memory an event takes. */
final class Size {

    /** Of what every event has: its named attributes are bounded. */
    private static final int ATTRIBUTES = 2048;

    private Size() {}

    static long of(Publication publication) {
        var event = publication.event();
        long extensions = event.getExtensionNames().stream()
                .mapToLong(name -> name.length() + event.getExtension(name).toString().length()).sum();
        return ATTRIBUTES + extensions + (event.getData() == null ? 0 : event.getData().toBytes().length);
    }
}
