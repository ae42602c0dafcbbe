package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Somebody outside is to be told of an alert. Each notice is a subject of its own: one that nobody takes keeps no other
 * waiting.
 */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface NoticeEvent {

    String RAISED = "raised";
    String REMINDER = "reminder";
    String CLEARED = "cleared";

    /**
     * What is to be told; what is not known of an alert that is cleared is null.
     *
     * @param news raised, reminder or cleared
     * @param since when it began to go wrong
     * @param raisedAt when the alert was raised; whether a reminder is due follows from it
     * @param previousAt when the notice before this one was
     */
    @EventType(value = AlertNotice.TYPE, subject = "notice/{notice_id}")
    record AlertNotice(@NotBlank String noticeId, @NotBlank String alertId,
            @NotBlank @Pattern(regexp = "^(raised|reminder|cleared)$") String news, String service, String severity,
            String since, String summary, String runbook, String raisedAt, String previousAt) implements NoticeEvent {

        public static final String TYPE = "alert-notice";
    }
}
