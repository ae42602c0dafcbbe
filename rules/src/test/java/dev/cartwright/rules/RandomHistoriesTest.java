package dev.cartwright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runtime relies on, tried on rules and histories that nobody would write. */
class RandomHistoriesTest {

    private static final long FIRST_SEED = new Random().nextInt(Integer.MAX_VALUE);
    private static final int SETS = 3000;
    private static final int LENGTH = 8;

    @Test
    void anOrderFreeEventThatIsLate_leadsToTheSameStateAndFollowUps() {
        assertThat(seeds().mapToInt(this::lateEvents).sum()).as("late events tried").isGreaterThan(SETS / 4);
    }

    /** Takes each order-free event out of its place and applies it last. */
    private int lateEvents(long seed) {
        var random = new RandomRules(seed);
        var engine = new Engine(random.rules(), 32);
        var history = random.history(LENGTH);
        var late = IntStream.range(0, LENGTH)
                .filter(i -> engine.rules().isOrderFree(history.get(i).type())).boxed().toList();
        for (int i : late) {
            var others = new ArrayList<>(history);
            var event = others.remove(i);
            var decisions = decisions(engine, others);
            decisions.add(i, engine.decide(engine.fold(others), event));
            assertThat(decisions.get(i).state()).as("state, seed %d, late event %d", seed, i)
                    .isEqualTo(engine.fold(history));
            assertThat(followUps(decisions)).as("follow-ups, seed %d, late event %d", seed, i)
                    .isEqualTo(followUps(decisions(engine, history)));
        }
        return late.size();
    }

    @Test
    void orderFreeEventsAlone_leadToTheSameStateInAnyOrder() {
        assertThat(seeds().mapToInt(this::shuffledEvents).sum()).as("events shuffled").isGreaterThan(SETS / 4);
    }

    private int shuffledEvents(long seed) {
        var random = new RandomRules(seed);
        var engine = new Engine(random.rules(), 32);
        var history = random.history(LENGTH).stream().filter(e -> engine.rules().isOrderFree(e.type())).toList();
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random.random());
        assertThat(engine.fold(shuffled)).as("seed %d", seed).isEqualTo(engine.fold(history));
        return history.size();
    }

    @Test
    void aDecisionThatDidNotReadTheState_isTheSameOnEveryState() {
        assertThat(seeds().mapToInt(this::blindDecisions).sum()).as("decisions compared").isGreaterThan(SETS / 4);
    }

    private int blindDecisions(long seed) {
        var random = new RandomRules(seed);
        var engine = new Engine(random.rules(), 32);
        int compared = 0;
        for (var event : random.history(LENGTH)) {
            var one = engine.decide(engine.fold(random.history(LENGTH)), event);
            var other = engine.decide(State.EMPTY, event);
            if (failed(one) || failed(other)) {
                continue;
            }
            assertThat(one.readState()).as("seed %d, %s", seed, event).isEqualTo(other.readState());
            if (!one.readState()) {
                compared++;
                assertThat(one.followUps()).as("seed %d, %s", seed, event).isEqualTo(other.followUps());
                assertThat(one.outcome()).as("seed %d, %s", seed, event).isEqualTo(other.outcome());
            }
        }
        return compared;
    }

    @Test
    void aState_isTheSameBeforeAndAfterItWasStored() {
        seeds().forEach(seed -> {
            var random = new RandomRules(seed);
            var engine = new Engine(random.rules(), 32);
            var history = random.history(LENGTH);
            var warm = State.EMPTY;
            for (var event : history) {
                warm = engine.decide(stored(warm), event).state();
            }
            assertThat(warm).as("seed %d", seed).isEqualTo(engine.fold(history));
        });
    }

    private static State stored(State state) {
        try {
            return Json.MAPPER.readValue(Json.bytes(state), State.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean failed(Decision decision) {
        return Objects.requireNonNullElse(decision.reason(), "").startsWith("the rule failed");
    }

    private static List<Decision> decisions(Engine engine, List<Event<?>> events) {
        List<Decision> decisions = new ArrayList<>();
        var state = State.EMPTY;
        for (var event : events) {
            decisions.add(engine.decide(state, event));
            state = decisions.get(decisions.size() - 1).state();
        }
        return decisions;
    }

    private static List<List<FollowUp>> followUps(List<Decision> decisions) {
        return decisions.stream().map(Decision::followUps).toList();
    }

    private static Stream<Long> seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + SETS).boxed();
    }
}
