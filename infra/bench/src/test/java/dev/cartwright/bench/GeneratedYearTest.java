package dev.cartwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedYearTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(new GeneratedYear(7).events(1_000)).isEqualTo(new GeneratedYear(7).events(1_000));
        assertThat(new GeneratedYear(8).events(1_000)).isNotEqualTo(new GeneratedYear(7).events(1_000));
    }

    @Test
    void hasTheShapeOfARealOne() {
        var events = new GeneratedYear(7).events(300_000);
        var byType = counts(events.stream().map(CloudEvent::getType).toList());
        var byShopper = counts(events.stream().map(CloudEvent::getSubject).toList());

        assertThat(byType.get("order-placed")).isBetween(12_000L, 18_000L);
        assertThat(byShopper.size()).isBetween(3_500, 3_800);
        assertThat(byShopper.values().stream().max(Long::compare).orElseThrow()).isGreaterThan(2_000);
    }

    @Test
    void bringsTheEventsOfAShopperInTheirOrder() {
        var ofOne = new GeneratedYear(7).events(20_000).stream()
                .filter(event -> event.getSubject().equals("user/s10000")).map(CloudEvent::getTime).toList();

        assertThat(ofOne).hasSizeGreaterThan(20).isSorted();
    }

    private static Map<String, Long> counts(List<String> names) {
        return names.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
