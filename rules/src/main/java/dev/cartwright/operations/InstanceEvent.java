package dev.cartwright.operations;

import dev.cartwright.rules.EventType;
import dev.cartwright.rules.FunctionGroup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Map;

/** What an instance tells of itself; its name is {@code <service>.<instance>}. */
@FunctionGroup(InstanceEvent.GROUP)
public sealed interface InstanceEvent {

    String GROUP = "operations";
    /** The kind of the subjects that instances are. */
    String KIND = "instance";

    @NotBlank
    String instance();

    @NotBlank
    String service();

    /** An instance begins to work. */
    @EventType(value = "function-started", subject = KIND + "/{instance}")
    record FunctionStarted(@NotBlank String instance, @NotBlank String service, @NotBlank String revision)
            implements InstanceEvent {}

    /** An instance ends as it was told to. */
    @EventType(value = "function-stopped", subject = KIND + "/{instance}")
    record FunctionStopped(@NotBlank String instance, @NotBlank String service, @NotBlank String revision)
            implements InstanceEvent {}

    /** An instance is missed: what it did not hand over itself is handed over for it. */
    @EventType(value = "instance-lost", subject = KIND + "/{instance}")
    record InstanceLost(@NotBlank String instance, @NotBlank String service, @NotBlank String since)
            implements InstanceEvent {}

    /**
     * How an instance did since its last sample.
     *
     * @param rules what each rule did that was tried; null where none was, and of instances that did not tell it yet
     * @param replays how many subjects were folded again from their logs; null of instances that did not tell it yet
     */
    @EventType(value = "health-sampled", subject = KIND + "/{instance}")
    record HealthSampled(@NotBlank String instance, @NotBlank String service, @NotBlank String revision,
            @NotNull @PositiveOrZero Long seconds, @NotNull @Valid Work work, @NotNull @Valid Resources resources,
            @NotNull @Valid Stores stores, Map<String, RuleWork> rules,
            @PositiveOrZero Long replays) implements InstanceEvent {}

    /**
     * What it did.
     *
     * @param errors requests that were answered 5xx
     * @param responseMs how long an answer took, on average
     * @param meanMs how long an event took, from its delivery to its acknowledgement; as the percentiles
     */
    record Work(@NotNull @PositiveOrZero Long events, @NotNull @PositiveOrZero Long deadLetters,
            @NotNull @PositiveOrZero Long requests, @NotNull @PositiveOrZero Long errors,
            @NotNull @PositiveOrZero Long responseMs, @NotNull @PositiveOrZero Long meanMs,
            @NotNull @PositiveOrZero Long p50Ms, @NotNull @PositiveOrZero Long p95Ms,
            @NotNull @PositiveOrZero Long p99Ms, @NotNull @PositiveOrZero Long laneDepth) {}

    /**
     * What a rule did with the events that it was tried on.
     *
     * @param stopped how often a condition did not hold
     * @param failed how often it rejected the event, or threw
     */
    record RuleWork(@NotNull @PositiveOrZero Long fired, @NotNull @PositiveOrZero Long stopped,
            @NotNull @PositiveOrZero Long failed) {}

    /** What it took. */
    record Resources(@NotNull @PositiveOrZero Long cpuPercent, @NotNull @PositiveOrZero Long memoryMb,
            @NotNull @PositiveOrZero Long memoryLimitMb, @NotNull @PositiveOrZero Long bytesIn,
            @NotNull @PositiveOrZero Long bytesOut) {}

    /** How soon the stores answered; null where one did not. */
    record Stores(@PositiveOrZero Long redisMs, @PositiveOrZero Long bigtableMs) {

        public boolean allAnswer() {
            return redisMs != null && bigtableMs != null;
        }
    }
}
