package dev.cartwright.runtime;

import dev.cartwright.runtime.Publisher.Publication;
import java.util.Map;

/** Follow-ups as answers to the deliveries that led to them, where the broker takes such answers. Thread-safe. */
public interface Replies {

    /** Of a broker that takes none. */
    Replies NONE = new Replies() {
        @Override
        public boolean areTaken() {
            return false;
        }

        @Override
        public Map<String, String> headers(Publication reply) {
            throw new IllegalStateException("no answer is taken");
        }

        @Override
        public void written(Publication reply) {
            throw new IllegalStateException("no answer is taken");
        }
    };

    boolean areTaken();

    /** Those of the HTTP response; its body is the event's data. */
    Map<String, String> headers(Publication reply);

    /** Takes note that it is on its way. */
    void written(Publication reply);
}
