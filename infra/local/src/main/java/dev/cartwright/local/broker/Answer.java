package dev.cartwright.local.broker;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Arrays;

/** What the functions answered to one request. */
record Answer(int status, String retryAfter, Buffer body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MULTI_STATUS = 207;
    private static final long MOST_SECONDS = 30;

    static boolean hasBodyToRead(int status) {
        return status == MULTI_STATUS || Verdict.of(status) != Verdict.ACCEPTED;
    }

    /** The status of each event of the request, in its order. */
    int[] statuses(int events) {
        if (status == MULTI_STATUS) {
            return statusesOfBody(events);
        }
        var statuses = new int[events];
        Arrays.fill(statuses, status);
        return statuses;
    }

    /** How long the functions asked to be left alone, within reason. */
    long retryAfterMillis() {
        try {
            return retryAfter == null ? 0 : 1_000 * Math.min(MOST_SECONDS, Math.max(0, Long.parseLong(retryAfter)));
        } catch (NumberFormatException aDate) {
            return 0;
        }
    }

    // why: what cannot be understood is sent again; an event acknowledged by mistake would be lost.
    private int[] statusesOfBody(int events) {
        var statuses = new int[events];
        try {
            var results = JSON.readTree(body.getBytes());
            for (int i = 0; results.size() == events && i < events; i++) {
                statuses[i] = results.get(i).path("status").asInt();
            }
        } catch (IOException notJson) {
            Arrays.fill(statuses, 0);
        }
        return statuses;
    }
}
