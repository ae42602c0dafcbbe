package dev.cartwright.http.event;

import static dev.cartwright.http.event.Request.binary;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTest {

    @ParameterizedTest
    @CsvSource({"2023-04-19T09:00:00Z,2023-04-19T09:00:00Z", "2023-04-19T11:00:00+02:00,2023-04-19T09:00:00Z",
            "2023-04-19t09:00:00.123456789z,2023-04-19T09:00:00.123456Z", "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z"})
    void time_is_in_utc_and_cut_to_microseconds(String sent, String kept) {
        var incoming = binary().header("ce-time", sent).accepted();
        assertThat(incoming.cloudEvent().getTime().toInstant()).isEqualTo(Instant.parse(kept));
        assertThat(incoming.event().time()).isEqualTo(Instant.parse(kept));
        assertThat(incoming.cloudEvent().getTime().getOffset().getTotalSeconds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-04-19", "2023-04-19T09:00:00", "2023-02-30T09:00:00Z",
            "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "+10000-01-01T00:00:00Z",
            ""})
    void time_that_is_none_is_refused(String time) {
        assertThat(binary().header("ce-time", time).refusal()).isEqualTo("400 time");
    }

    @Test
    void time_ahead_of_the_server_is_refused_with_the_servers() {
        assertThat(binary().header("ce-time", "2026-11-21T12:05:00Z").refusal()).isEqualTo("accepted");
        var problem = binary().header("ce-time", "2026-11-21T12:05:01Z").received(Door.INGEST).get(0).problem();
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.field()).isEqualTo("time");
        assertThat(problem.serverTime()).isEqualTo("2026-11-21T12:00:00.000000Z");
    }

    @Test
    void missing_time_comes_from_a_uuid_of_version_7() {
        var request = binary().without("ce-time").header("ce-id", "01879a1e-2f40-7abc-8def-0123456789ab");
        assertThat(request.sent(Door.INGEST).needsStamp()).isFalse();
        assertThat(request.accepted().event().time()).isEqualTo(Instant.ofEpochMilli(0x01879a1e2f40L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "01879a1e-2f40-4abc-8def-0123456789ab", "01879a1e-2f40-7abc-8def-0123456789ag"})
    void missing_time_of_another_id_is_its_first_stamp(String id) {
        var request = binary().without("ce-time").header("ce-id", id);
        assertThat(request.sent(Door.INGEST).needsStamp()).isTrue();
        assertThat(request.accepted().event().time()).isEqualTo(Request.STAMP);
    }

    @Test
    void told_time_needs_no_stamp() {
        assertThat(binary().sent(Door.INGEST).needsStamp()).isFalse();
    }
}
