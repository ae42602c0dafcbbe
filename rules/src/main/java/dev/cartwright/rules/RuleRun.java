package dev.cartwright.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One event going through its rules; used once. */
final class RuleRun {

    /** Ends the run: the event is dropped on purpose or can never succeed. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final Decision.Outcome outcome;

        Stop(Decision.Outcome outcome, String reason) {
            super(reason, null, false, false);
            this.outcome = outcome;
        }
    }

    private final RuleSet rules;
    private final State before;
    private final Event<?> event;
    private final Position position;
    private final Transaction subject;
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<RuleTrace> trace = new ArrayList<>();
    private boolean readState;
    private long emittedBytes;

    RuleRun(RuleSet rules, State before, Event<?> event) {
        this.rules = rules;
        this.before = before;
        this.event = event;
        this.position = event.position();
        this.subject = new Transaction(event.subject(), before);
    }

    Decision decide() {
        for (var rule : rules.on(event.type())) {
            try {
                run(rule);
            } catch (Stop stop) {
                trace.add(new RuleTrace(rule.name(), null, subject.takeChanges(), List.of(), stop.getMessage()));
                return stop.outcome == Decision.Outcome.DISCARDED ? discard(stop.getMessage())
                        : deadLetter(rule.name(), stop.getMessage());
            } catch (RuntimeException | StackOverflowError bug) {
                // Whether it throws may depend on the state, and its words on the JVM: the first to record it wins.
                readState = true;
                trace.add(new RuleTrace(rule.name(), null, subject.takeChanges(), List.of(), bug.toString()));
                return deadLetter(rule.name(), "the rule failed: " + bug);
            }
        }
        try {
            tellChanges();
        } catch (Stop stop) {
            return deadLetter(null, stop.getMessage());
        } catch (IllegalArgumentException unwritable) {
            return deadLetter(null, "a change cannot be told: " + unwritable.getMessage());
        }
        return new Decision(subject.commit(position), Decision.Outcome.APPLIED, null, List.copyOf(followUps), readState,
                List.copyOf(trace));
    }

    @SuppressWarnings("unchecked")
    private <E> void run(Rule<E> rule) {
        var typed = (Event<? extends E>) event;
        var stoppedBy = stoppedBy(rule, typed);
        if (stoppedBy.isPresent()) {
            trace.add(new RuleTrace(rule.name(), stoppedBy.get(), List.of(), List.of(), null));
            return;
        }
        int first = followUps.size();
        for (var effect : rule.effects()) {
            apply(rule, effect, typed, first);
        }
        var emitted = followUps.subList(first, followUps.size()).stream().map(FollowUp::type).toList();
        trace.add(new RuleTrace(rule.name(), null, subject.takeChanges(), emitted, null));
    }

    private <E> Optional<String> stoppedBy(Rule<E> rule, Event<? extends E> typed) {
        if (rule.trigger() instanceof Trigger.OfProperties changes && changes.properties().stream().noneMatch(
                property -> property.name().equals(((SystemEvent.PropertyChanged) event.data()).property()))) {
            return Optional.of("change of " + changes.properties());
        }
        if (rule.repeats() > 0 && event.causality().hops() >= rule.repeats()) {
            return Optional.of("may repeat while fewer than " + rule.repeats() + " hops deep");
        }
        for (var condition : rule.conditions()) {
            // A condition on the state decides whether the rule emits: what goes out then depends on the state.
            readState |= condition.readsState() && decidesWhatGoesOut(rule);
            if (!condition.test(typed, subject)) {
                return Optional.of(condition.words());
            }
        }
        return Optional.empty();
    }

    private static boolean decidesWhatGoesOut(Rule<?> rule) {
        return rule.effects().stream().anyMatch(effect -> effect.property().isEmpty() && !(effect instanceof Effect.Ranked));
    }

    private <E> void apply(Rule<E> rule, Effect<? super E> effect, Event<? extends E> typed, int first) {
        if (effect instanceof Effect.Set<? super E, ?> set) {
            set(set, typed);
        } else if (effect instanceof Effect.Add<? super E> add) {
            subject.put(add.target(), subject.get(add.target(), 0L) + add.value().of(typed, subject), add.verb());
        } else if (effect instanceof Effect.AddEach<? super E> add) {
            addEach(add, typed);
        } else if (effect instanceof Effect.Max<? super E, ?> max) {
            max(max, typed);
        } else if (effect instanceof Effect.Update<? super E, ?> update) {
            update(update, typed);
        } else if (effect instanceof Effect.Remove<? super E> remove) {
            subject.put(remove.target(), null, remove.verb());
        } else if (effect instanceof Effect.Emit<? super E, ?> emit) {
            readState |= emit.readsState();
            for (var emitted : emit.events().of(typed, subject)) {
                emit(rule, emit.type(), emitted, followUps.size() - first);
            }
        } else if (effect instanceof Effect.Discard<? super E> discard) {
            throw new Stop(Decision.Outcome.DISCARDED, discard.reason());
        } else if (effect instanceof Effect.Reject<? super E> reject) {
            throw new Stop(Decision.Outcome.DEAD_LETTERED, reject.reason());
        }
    }

    private <E, V> void set(Effect.Set<E, V> set, Event<? extends E> typed) {
        // Computed although it may come too late: whether the event fails must not depend on its order.
        var plain = set.target().encode(set.value().of(typed, subject));
        if (rules.stamps(set.target())) {
            var stamp = subject.stamp(set.target());
            if (stamp != null && stamp.compareTo(position.key()) > 0) {
                return;
            }
            subject.stamp(set.target(), position);
        }
        subject.putPlain(set.target(), plain, set.verb());
    }

    private <E> void addEach(Effect.AddEach<E> add, Event<? extends E> typed) {
        var sums = new TreeMap<>(subject.get(add.target(), Map.of()));
        add.value().of(typed, subject).forEach((name, amount) -> sums.merge(name, amount, Long::sum));
        subject.put(add.target(), sums, add.verb());
    }

    private <E, V extends Comparable<? super V>> void max(Effect.Max<E, V> max, Event<? extends E> typed) {
        var value = max.value().of(typed, subject);
        var plain = max.target().encode(value);
        if (value != null && subject.get(max.target()).filter(present -> !isLarger(value, present)).isEmpty()) {
            subject.putPlain(max.target(), plain, max.verb());
        }
    }

    /** Of two that rank the same without being the same, such as 2.5 and 2.50, one wins whatever their order. */
    private static <V extends Comparable<? super V>> boolean isLarger(V value, V present) {
        int order = value.compareTo(present);
        return order > 0 || order == 0 && Json.text(value).compareTo(Json.text(present)) > 0;
    }

    private <E, V> void update(Effect.Update<E, V> update, Event<? extends E> typed) {
        subject.put(update.target(), update.change().apply(subject.get(update.target()), typed.data()), update.verb());
    }

    private void emit(Rule<?> rule, Class<?> type, Object data, int index) {
        if (followUps.size() >= Engine.MAX_EMISSIONS) {
            throw new Stop(Decision.Outcome.DEAD_LETTERED, "more than " + Engine.MAX_EMISSIONS + " emissions");
        }
        var declared = rules.catalog().find(type).orElseThrow();
        JsonNode json = Json.MAPPER.valueToTree(data);
        var target = declared.subject() == null ? event.subject() : declared.subjectOf(json);
        if (target == null) {
            throw new IllegalStateException("emitted " + declared.name() + " without " + declared.subjectField()
                    + ", which names its subject");
        }
        add(new FollowUp(FollowUp.id(event, rule.name(), index), rule.name(), followUps.size() + 1,
                declared.name(), target, json, null));
    }

    private void add(FollowUp followUp) {
        emittedBytes += Json.bytes(followUp.data()).length;
        if (emittedBytes > Engine.MAX_EMITTED_BYTES) {
            throw new Stop(Decision.Outcome.DEAD_LETTERED, "emissions of more than 1 MB");
        }
        followUps.add(followUp);
    }

    private void tellChanges() {
        if (!rules.tellsChangesOn(event.type())) {
            return;
        }
        readState = true;
        for (var change : Engine.toldChanges(rules, before, subject.properties())) {
            var rule = SystemEvent.PROPERTY_CHANGED + ':' + change.property();
            add(new FollowUp(FollowUp.id(event, rule, 0), rule, followUps.size() + 1,
                    SystemEvent.PROPERTY_CHANGED, event.subject(), Json.MAPPER.valueToTree(change), change.property()));
        }
    }

    private Decision discard(String reason) {
        return nothing(Decision.Outcome.DISCARDED, reason, List.of());
    }

    Decision deadLetter(String rule, String reason) {
        if (event.type().equals(SystemEvent.DEAD_LETTERED)) {
            // A dead letter about a dead letter could go on for ever.
            return nothing(Decision.Outcome.DEAD_LETTERED, reason, List.of());
        }
        var letter = new SystemEvent.DeadLettered(reason, rule, event.type(), event.source(), event.id(),
                Position.format(event.time()));
        return nothing(Decision.Outcome.DEAD_LETTERED, reason, List.of(new FollowUp(
                FollowUp.id(event, SystemEvent.DEAD_LETTERED, 0), SystemEvent.DEAD_LETTERED, 1,
                SystemEvent.DEAD_LETTERED, event.subject(), Json.MAPPER.valueToTree(letter), null)));
    }

    private Decision nothing(Decision.Outcome outcome, String reason, List<FollowUp> letters) {
        return new Decision(subject.rollback(position), outcome, reason, letters, readState, List.copyOf(trace));
    }
}
