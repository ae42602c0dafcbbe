package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cartwright.operations.Activity;
import dev.cartwright.operations.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What happened to services and explains what their figures do, the newest first. */
final class Activities extends OperationsView {

    static final String NAME = "activity";

    private static final int MOST = 100;

    private final Estate estate;

    Activities(Estate estate) {
        super(NAME);
        this.estate = estate;
    }

    /** Something that happened; the instance is null where it is about all of them. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(String time, String kind, String service, String instance, String text) {

        static Row of(String service, Activity activity) {
            return new Row(activity.time(), activity.kind(), service, activity.instance(), activity.text());
        }
    }

    @Override
    public int usualLimit() {
        return MOST;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        List<Row> rows = new ArrayList<>();
        estate.services().forEach((name, service) -> service.get(Service.ACTIVITY).orElse(List.of())
                .forEach(activity -> rows.add(Row.of(name, activity))));
        return rows.stream().sorted(Comparator.comparing(Row::time).reversed()).limit(MOST).toList();
    }
}
