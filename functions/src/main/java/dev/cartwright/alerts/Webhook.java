package dev.cartwright.alerts;

import dev.cartwright.operations.NoticeEvent;
import dev.cartwright.operations.NoticeEvent.AlertNotice;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.StructuredEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is sent: the notice as a CloudEvent about its alert, in structured mode.
 *
 * @param id the same however often it is sent; a hash, in which no full stop can be
 */
record Webhook(String id, byte[] body) {

    private static final Map<String, String> TYPES = Map.of(NoticeEvent.RAISED, "alert-raised",
            NoticeEvent.REMINDER, "alert-reminder", NoticeEvent.CLEARED, "alert-cleared");

    static Webhook of(CloudEvent event, AlertNotice notice) {
        var data = new LinkedHashMap<String, String>();
        data.put("alert_id", notice.alertId());
        data.put("service", notice.service());
        data.put("severity", notice.severity());
        data.put("since", notice.since());
        data.put("summary", notice.summary());
        data.put("runbook", notice.runbook());
        data.values().removeIf(Objects::isNull);
        var told = CloudEventBuilder.v1().withId(event.getId()).withSource(event.getSource())
                .withType(TYPES.get(notice.news())).withSubject("alert/" + notice.alertId()).withTime(event.getTime())
                .withData("application/json", Json.bytes(data)).build();
        return new Webhook(event.getId(), Json.bytes(StructuredEvent.of(told)));
    }

    HttpRequest to(Destination destination, Instant now) {
        long timestamp = now.getEpochSecond();
        return HttpRequest.newBuilder(destination.address())
                .header("content-type", "application/cloudevents+json; charset=utf-8")
                .header("webhook-id", id).header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", destination.signature().of(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body)).build();
    }
}
