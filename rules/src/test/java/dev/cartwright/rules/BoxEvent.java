package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;

/** What happens to a box: events without a meaning of their own, for examples of the engine. */
@FunctionGroup("boxes")
public sealed interface BoxEvent {

    EventCatalog CATALOG = EventCatalog.of(BoxEvent.class, ShelfEvent.class);

    String box();

    @EventType(value = "box-filled", subject = "box/{box}")
    record Filled(String box, Long pieces) implements BoxEvent {}

    @EventType(value = "box-labelled", subject = "box/{box}")
    record Labelled(String box, String label) implements BoxEvent {}

    @EventType(value = "box-weighed", subject = "box/{box}")
    record Weighed(String box, JsonNode weight) implements BoxEvent {}

    /** What happens to a shelf. */
    @FunctionGroup("shelves")
    sealed interface ShelfEvent {

        @EventType(value = "shelf-loaded", subject = "shelf/{shelf}")
        record Loaded(String shelf, Long pieces) implements ShelfEvent {}
    }
}
