package dev.cartwright.rules;

import static dev.cartwright.rules.testing.Happening.event;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.cartwright.rules.BoxEvent.Filled;
import dev.cartwright.rules.BoxEvent.Labelled;
import dev.cartwright.rules.BoxEvent.ShelfEvent.Loaded;
import dev.cartwright.rules.BoxEvent.Weighed;
import dev.cartwright.rules.SystemEvent.PropertyChanged;
import dev.cartwright.rules.testing.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Rules and histories of one box that nobody would write; the same for the same seed. */
final class RandomRules {

    private static final List<Class<?>> TYPES = List.of(Filled.class, Labelled.class, Weighed.class, Loaded.class);

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** Any rules that the system would start with. */
    RuleSet rules() {
        while (true) {
            try {
                return RuleSet.of(BoxEvent.CATALOG,
                        IntStream.rangeClosed(1, 1 + random.nextInt(5)).<Rule<?>>mapToObj(this::rule).toList());
            } catch (InvalidRules refused) {
                continue;
            }
        }
    }

    private Rule<?> rule(int number) {
        var named = Rule.rule("rule-" + number);
        return switch (random.nextInt(8)) {
            case 0 -> finish(named.onAny());
            case 1 -> finish(named.onChangeOf(property()));
            case 2 -> finish(named.onAnyOf(type(), type()));
            default -> finish(named.on(type()));
        };
    }

    private <E> Rule<E> finish(Rule.When<E> rule) {
        for (int n = random.nextInt(4); n > 1; n--) {
            rule = rule.when(this.<E>condition());
        }
        var finished = switch (random.nextInt(3)) {
            case 0 -> rule.then(this.<E>effect(), this.<E>effect());
            default -> rule.then(this.<E>effect());
        };
        return chance(10) ? finished.announcing(property()) : finished;
    }

    private <E> Condition<E> condition() {
        int k = random.nextInt(3);
        return chance(20) ? Conditions.property(property()).is((long) k)
                : Conditions.data("data is not " + k, data -> number(data) % 3 != k);
    }

    private <E> Effect<E> effect() {
        var target = property();
        return switch (random.nextInt(27)) {
            case 0 -> Effects.remove(target);
            case 1 -> Effects.update(target, (old, data) -> old.orElse(1L) * 2 + number(data));
            case 2 -> Effects.set(target, (data, box) -> box.get(target, 0L) + 1);
            case 3 -> Effects.discard("discarded");
            case 4 -> Effects.reject("rejected");
            case 5 -> Effects.set(target, data -> 1 / number(data));
            case 6 -> Effects.emit(Loaded.class, (data, box) -> new Loaded("s", box.get(target, 0L)));
            case 7, 8, 9 -> Effects.emit(Loaded.class, data -> new Loaded("s", number(data)));
            case 10, 11, 12, 13 -> Effects.add(target, RandomRules::number);
            case 14, 15 -> Effects.max(target, RandomRules::number);
            case 16 -> Effects.max(Property.text(target.name()), data -> "text " + number(data));
            case 17 -> Effects.setTo(Property.text(target.name()), "text");
            case 18, 19 -> Effects.addEach(Property.counts(target.name()),
                    data -> Map.of("n" + number(data) % 3, number(data)));
            case 20 -> Effects.addEach(Property.counts("counts"), data -> Map.of("n" + number(data) % 3, number(data)));
            case 21 -> Effects.rankEach(ranking("counts"), Property.counts("counts"));
            case 22 -> Effects.rank(ranking(target.name()), target);
            default -> Effects.set(target, data -> number(data) == 0 ? null : number(data));
        };
    }

    private static Ranking ranking(String name) {
        return new Ranking(name, Duration.ofDays(1), subject -> Optional.empty());
    }

    private static Long number(Object data) {
        return (long) Math.floorMod(Json.text(data).hashCode(), 7);
    }

    private Property<Long> property() {
        return Property.number("p" + random.nextInt(4));
    }

    private Class<?> type() {
        return pick(TYPES);
    }

    /** Events of one box in order of position, some in the same microsecond. */
    List<Event<?>> history(int length) {
        List<Event<?>> events = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            events.add(happening().withId("id-" + random.nextInt(1000) + "-" + i).in(BoxEvent.CATALOG, i / 2));
        }
        events.sort((a, b) -> a.position().compareTo(b.position()));
        return events;
    }

    private Happening happening() {
        long n = random.nextInt(50);
        return this.<Supplier<Happening>>pick(List.of(
                () -> event(new Filled("1", n)),
                () -> event(new Labelled("1", "label " + n)),
                () -> event(new Weighed("1", LongNode.valueOf(n))),
                () -> event("unheard-of", n).to("box/1"),
                () -> event(new PropertyChanged("p" + n % 4, null, LongNode.valueOf(n))).to("box/1"))).get();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }
}
