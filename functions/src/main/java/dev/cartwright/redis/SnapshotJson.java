package dev.cartwright.redis;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot as it is cached, with names of one letter, since it is written with every event.
 *
 * @param p properties
 * @param w watermark
 * @param v version
 * @param st stamps
 * @param rs rule set
 */
record SnapshotJson(Map<String, Object> p, String w, long v, Map<String, String> st, RuleSet rs) {

    /**
     * @param n number
     * @param h hash
     */
    record RuleSet(long n, String h) {}

    private static final ObjectReader READER = Json.MAPPER.readerFor(SnapshotJson.class);
    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(SnapshotJson.class);

    static byte[] write(Snapshot snapshot) {
        var state = snapshot.state();
        var watermark = state.watermark() == null ? null : state.watermark().key();
        try {
            return WRITER.writeValueAsBytes(new SnapshotJson(state.properties(), watermark, state.version(),
                    state.stamps(), new RuleSet(snapshot.rules().number(), snapshot.rules().hash())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where it is not readable: then the log tells. */
    static Optional<Snapshot> read(byte[] json, String runId) {
        try {
            return json.length == 0 ? Optional.empty()
                    : Optional.of(READER.<SnapshotJson>readValue(json).snapshot(runId));
        } catch (IOException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private Snapshot snapshot(String runId) {
        var watermark = w == null ? null : new Position(w);
        return new Snapshot(new State(p, watermark, v, st), new RuleSetVersion(rs.n, rs.h), runId);
    }
}
