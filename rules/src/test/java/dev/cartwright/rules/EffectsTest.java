package dev.cartwright.rules;

import static dev.cartwright.rules.Effects.add;
import static dev.cartwright.rules.Effects.discard;
import static dev.cartwright.rules.Effects.emit;
import static dev.cartwright.rules.Effects.emitEach;
import static dev.cartwright.rules.Effects.max;
import static dev.cartwright.rules.Effects.reject;
import static dev.cartwright.rules.Effects.remove;
import static dev.cartwright.rules.Effects.set;
import static dev.cartwright.rules.Effects.setFromEvent;
import static dev.cartwright.rules.Effects.setTo;
import static dev.cartwright.rules.Effects.update;
import static dev.cartwright.rules.Rule.rule;
import static dev.cartwright.rules.testing.Expectations.discarded;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static dev.cartwright.rules.testing.Expectations.rejectedBecause;
import static dev.cartwright.rules.testing.Happening.event;

import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.testing.GivenSubject;
import dev.cartwright.rules.testing.Outcome;
import dev.cartwright.rules.testing.Scenario;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final Property<Long> PIECES = Property.number("pieces");
    private static final Property<String> LABEL = Property.text("label");
    private static final Property<BigDecimal> LOAD = Property.decimal("load");
    private static final GivenSubject NEW = GivenSubject.subject("box/1");

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Outcome filled(GivenSubject box, long pieces, Effect<? super Filled>... effects) {
        return Scenario.given(RuleSet.of(BoxEvent.CATALOG, List.of(rule("r").on(Filled.class).then(effects))), box)
                .when(event(new Filled("1", pieces)));
    }

    @Test
    void set_takesItsValueFromTheEventsData() {
        filled(NEW, 3, set(PIECES, Filled::pieces)).then(property(PIECES).is(3L));
    }

    @Test
    void set_replacesTheValueBefore() {
        filled(NEW.with(PIECES, 9L), 3, set(PIECES, Filled::pieces)).then(property(PIECES).is(3L));
    }

    @Test
    void set_mayLookAtTheSubject() {
        filled(NEW.with(PIECES, 9L), 3, set(PIECES, (data, box) -> box.get(PIECES, 0L) - data.pieces()))
                .then(property(PIECES).is(6L));
    }

    @Test
    void set_toNothingRemoves() {
        filled(NEW.with(LABEL, "old"), 3, set(LABEL, data -> null)).then(property(LABEL).isAbsent());
    }

    @Test
    void setTo_isAlwaysTheSame() {
        filled(NEW, 3, setTo(LABEL, "full")).then(property(LABEL).is("full"));
    }

    @Test
    void setFromEvent_readsTheEventsAttributes() {
        filled(NEW, 3, setFromEvent(LABEL, event -> event.kind() + " " + event.time()))
                .then(property(LABEL).is("box 2023-04-19T09:00:01Z"));
    }

    @Test
    void add_beginsAtZero() {
        filled(NEW, 3, add(PIECES, Filled::pieces)).then(property(PIECES).is(3L));
    }

    @Test
    void add_addsToWhatIsThere() {
        filled(NEW.with(PIECES, 4L), 3, add(PIECES, Filled::pieces)).then(property(PIECES).is(7L));
    }

    @Test
    void max_keepsTheLarger() {
        filled(NEW.with(PIECES, 4L), 3, max(PIECES, Filled::pieces)).then(property(PIECES).is(4L));
        filled(NEW.with(PIECES, 2L), 3, max(PIECES, Filled::pieces)).then(property(PIECES).is(3L));
        filled(NEW, 3, max(PIECES, Filled::pieces)).then(property(PIECES).is(3L));
    }

    @Test
    void max_ofNothingChangesNothing() {
        filled(NEW.with(PIECES, 4L), 3, max(PIECES, data -> null)).then(property(PIECES).is(4L));
    }

    @Test
    void max_ofEqualNumbersWithOtherDigitsIsTheSameInAnyOrder() {
        var short25 = new BigDecimal("2.5");
        var long25 = new BigDecimal("2.50");
        filled(NEW.with(LOAD, short25), 3, max(LOAD, data -> long25)).then(property(LOAD).is(long25));
        filled(NEW.with(LOAD, long25), 3, max(LOAD, data -> short25)).then(property(LOAD).is(long25));
    }

    @Test
    void update_seesTheOldValue() {
        filled(NEW.with(PIECES, 4L), 3, update(PIECES, (old, data) -> old.orElse(0L) * data.pieces()))
                .then(property(PIECES).is(12L));
    }

    @Test
    void update_toNothingRemoves() {
        filled(NEW.with(PIECES, 4L), 3, update(PIECES, (old, data) -> null)).then(property(PIECES).isAbsent());
    }

    @Test
    void remove_forgets() {
        filled(NEW.with(LABEL, "old"), 3, remove(LABEL)).then(property(LABEL).isAbsent());
        filled(NEW, 3, remove(LABEL)).then(property(LABEL).isAbsent());
    }

    @Test
    void emit_sendsToTheSubjectThatTheDataNames() {
        filled(NEW, 3, emit(Loaded.class, data -> new Loaded("s7", data.pieces())))
                .then(emitted(Loaded.class).to("shelf/s7").with("pieces", 3L), nothingElseEmitted());
    }

    @Test
    void emit_mayLookAtTheSubject() {
        filled(NEW.with(LABEL, "s8"), 3, emit(Loaded.class, (data, box) -> new Loaded(box.get(LABEL, "?"), 1L)))
                .then(emitted(Loaded.class).to("shelf/s8"));
    }

    @Test
    void emitEach_sendsAnyNumber() {
        filled(NEW, 3, emitEach(Labelled.class, data -> List.of(new Labelled("a", "x"), new Labelled("b", "y"))))
                .then(emitted(Labelled.class).to("box/a"), emitted(Labelled.class).to("box/b"), nothingElseEmitted());
        filled(NEW, 3, emitEach(Labelled.class, data -> List.of())).then(nothingElseEmitted());
    }

    @Test
    void emit_withoutTheFieldThatNamesTheSubjectIsABug() {
        filled(NEW, 3, emit(Loaded.class, data -> new Loaded(null, 1L)))
                .then(rejectedBecause("emitted shelf-loaded without shelf, which names its subject"));
    }

    @Test
    void discard_dropsTheEventWithAllThatWasDone() {
        filled(NEW, 3, set(PIECES, Filled::pieces), emit(Loaded.class, data -> new Loaded("s", 1L)), discard("a test"))
                .then(discarded(), property(PIECES).isAbsent(), nothingElseEmitted());
    }

    @Test
    void reject_makesADeadLetterWithItsReason() {
        filled(NEW, 3, set(PIECES, Filled::pieces), reject("too full"))
                .then(property(PIECES).isAbsent(),
                        emitted("event-dead-lettered").to("box/1").with("reason", "too full").with("rule", "r")
                                .with("type", "box-filled").with("id", "event-1").with("source", "/testing")
                                .with("time", "2023-04-19T09:00:01.000000Z"),
                        rejectedBecause("too full"), nothingElseEmitted());
    }
}
