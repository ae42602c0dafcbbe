package dev.cartwright.views;

import dev.cartwright.live.Views;
import dev.cartwright.rules.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All views; each is asked for the same thing by one reader at a time, and others get the same answer. Thread-safe. */
public final class AllViews implements Views {

    private final Map<String, View> views;
    private final Duration age;
    private final Supplier<Instant> clock;
    private final Map<Question, Known> known = new ConcurrentHashMap<>();

    private record Question(String view, Map<String, String> parameters) {}

    private record Known(Instant asOf, List<?> rows) {}

    /** @param age how old an answer may be */
    public AllViews(Collection<View> views, Duration age, Supplier<Instant> clock) {
        this.views = new TreeMap<>(views.stream().collect(Collectors.toMap(View::name, view -> view)));
        this.age = age;
        this.clock = clock;
    }

    public Optional<View> find(String name) {
        return Optional.ofNullable(views.get(name));
    }

    public Collection<View> all() {
        return views.values();
    }

    @Override
    public Optional<Object> answer(String name) {
        return find(name).map(view -> {
            var answer = known(view, Map.of());
            int rows = answer.rows().size();
            int limit = view.liveLimit();
            return page(view, answer, view.isOldestFirst() ? Math.max(0, rows - limit) : 0, limit);
        });
    }

    /**
     * @param parameters of those that the view has; the usual values stand for the others
     * @param from how many rows are left out at the beginning
     */
    public ViewAnswer answer(View view, Map<String, String> parameters, int from, int limit) {
        return page(view, known(view, parameters), from, limit);
    }

    private Known known(View view, Map<String, String> parameters) {
        var all = new HashMap<String, String>();
        view.parameters().forEach((name, values) -> all.put(name, values.get(0)));
        all.putAll(parameters);
        var now = clock.get();
        return known.compute(new Question(view.name(), all), (question, last) ->
                last != null && last.asOf().plus(age).isAfter(now) ? last : new Known(now, view.rows(all, now)));
    }

    private static ViewAnswer page(View view, Known answer, int from, int limit) {
        var rows = answer.rows();
        int begin = Math.min(from, rows.size());
        int end = Math.min(begin + limit, rows.size());
        return new ViewAnswer(view.name(), Position.format(answer.asOf()), rows.subList(begin, end),
                end < rows.size() ? RowCursor.of(end) : null);
    }
}
