package dev.cartwright.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** The events that Cartwright itself emits; they belong to the subject that they speak of. */
public sealed interface SystemEvent {

    String PROPERTY_CHANGED = "subject-property-changed";
    /** What became of a subject. */
    String CHANGED = "subject-changed";
    /** All that a subject is. */
    String STATE = "subject-state";
    /** What a late event changed in the present state of a subject. */
    String CORRECTED = "subject-corrected";
    /** What a view answers now. */
    String VIEW_CHANGED = "view-changed";
    String DEAD_LETTERED = "event-dead-lettered";

    /** The types that only live watchers see: no event of them is ever recorded. */
    Set<String> LIVE_ONLY = Set.of(CHANGED, STATE, CORRECTED, VIEW_CHANGED);

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
