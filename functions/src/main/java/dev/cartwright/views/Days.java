package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cartwright.operations.Availability;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.SubjectReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The days of services, which change every few minutes and so are not read again for each reader. Thread-safe. */
final class Days {

    private static final int MOST = 90;
    private static final int MONTH = 30;
    private static final double ROUND = 1e6;

    private final SubjectReader subjects;
    private final Duration age;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param age how old an answer may be */
    Days(SubjectReader subjects, Duration age) {
        this.subjects = subjects;
        this.age = age;
    }

    private record Known(Instant asOf, List<Day> days) {}

    /** Some requests, and those of them that were not answered; the day is null for a sum of some. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Day(String day, long requests, long errors) {

        /** Null where nobody asked. */
        @JsonProperty
        Double availability() {
            return requests == 0 ? null : rounded(1 - (double) errors / requests);
        }

        /** The share of the errors that may be made and were not; null where nobody asked. */
        Double budgetLeft() {
            return requests == 0 ? null : rounded(1 - (double) errors / requests / (1 - Availability.OBJECTIVE));
        }

        private static double rounded(double share) {
            return Math.round(share * ROUND) / ROUND;
        }
    }

    /** Oldest first, from the day on since when there is the service. */
    List<Day> of(String service, String since, Instant now) {
        return known.compute(service, (name, last) -> last != null && last.asOf().plus(age).isAfter(now) ? last
                : new Known(now, read(service, day(Rfc3339.parse(since)), day(now)))).days();
    }

    private List<Day> read(String service, LocalDate since, LocalDate today) {
        var first = today.minusDays(MOST - 1);
        var days = (since.isBefore(first) ? first : since).datesUntil(today.plusDays(1)).map(LocalDate::toString)
                .toList();
        if (days.isEmpty()) {
            return List.of();
        }
        var states = subjects.current(days.stream().map(day -> Availability.subject(service, day)).toList());
        return days.stream().map(day -> day(day, states.get(Availability.subject(service, day)).state())).toList();
    }

    private static Day day(String day, State counted) {
        return new Day(day, counted.get(Availability.REQUESTS).orElse(0L), counted.get(Availability.ERRORS).orElse(0L));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Of the last thirty. */
    static Day sum(List<Day> days) {
        var month = days.subList(Math.max(0, days.size() - MONTH), days.size());
        return new Day(null, month.stream().mapToLong(Day::requests).sum(), month.stream().mapToLong(Day::errors).sum());
    }
}
