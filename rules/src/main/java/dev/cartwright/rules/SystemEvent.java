package dev.cartwright.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;

/** The events that Cartwright itself emits; they belong to the subject that they speak of. */
public sealed interface SystemEvent {

    String PROPERTY_CHANGED = "subject-property-changed";
    String CORRECTED = "subject-corrected";
    String DEAD_LETTERED = "event-dead-lettered";

    /**
     * A property changed when an event was applied at its position; of a map, only the changed keys are told.
     *
     * @param oldValue null where there was none
     * @param newValue null where it was removed
     */
    record PropertyChanged(@NotNull String property, @JsonProperty("old") JsonNode oldValue,
            @JsonProperty("new") JsonNode newValue) implements SystemEvent {}

    /** An event that can never succeed, with the reason; {@code rule} is null where no rule was involved. */
    record DeadLettered(@NotNull String reason, String rule, @NotNull String type, @NotNull String source,
            @NotNull String id, @NotNull String time) implements SystemEvent {}
}
