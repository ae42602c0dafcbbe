package dev.cartwright.sre;

import static dev.cartwright.sre.Somewhere.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Json;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.runtime.Unavailable;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is silent cannot remind of it: the others do. */
class RemindersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Works works = new Works();
    private final Somewhere place = new Somewhere();
    private final Reporter one = place.instance("one", works.broker(), new NobodyElse());
    private final Reporter two = place.instance("two", works.broker(), new NobodyElse(), Duration.ofSeconds(1));

    @BeforeEach
    void oneIsSilent() {
        place.services = () -> Map.of("cart", works.state("service/cart"));
        one.start();
        two.start();
        place.passes(MINUTE, one, two);
        works.broker().publish(List.of(new Publication(
                Identity.silent("cart.three", NINE.plusSeconds(20), NINE.plusSeconds(65)), "operations")));
        works.process();
    }

    @AfterEach
    void close() {
        works.close();
    }

    @Test
    void allRemindOfItEveryFiveMinutes_andItIsOneReminder() {
        pass(MINUTE.multipliedBy(16));
        assertThat(stands()).hasSize(3).allSatisfy(event ->
                assertThat(event.getSubject()).isEqualTo("service/cart"));
        assertThat(news()).containsExactly("raised", "reminder", "reminder");
    }

    @Test
    void nobodyIsRemindedOnceAnotherTookItsPlace() {
        pass(MINUTE);
        var four = place.instance("four", works.broker(), new NobodyElse(), Duration.ofSeconds(2));
        four.start();
        four.report();
        works.process();
        pass(MINUTE.multipliedBy(16));
        assertThat(stands()).isEmpty();
        assertThat(news()).containsExactly("raised", "cleared");
    }

    @Test
    void whatCannotBeKnownAtItsMomentIsToldAsSoonAsItCan() {
        var known = place.services;
        place.services = () -> {
            throw new Unavailable(Unavailable.Reason.STORE_AWAY, "away");
        };
        pass(MINUTE.multipliedBy(5));
        assertThat(stands()).isEmpty();
        place.services = known;
        pass(MINUTE);
        assertThat(stands()).singleElement().satisfies(event ->
                assertThat(event.getTime().toInstant()).isEqualTo(NINE.plusSeconds(300)));
    }

    private void pass(Duration time) {
        for (var left = time; !left.isZero(); left = left.minus(MINUTE)) {
            place.passes(MINUTE, one, two);
            works.process();
        }
    }

    private List<CloudEvent> stands() {
        return works.published("symptom-stands");
    }

    private List<String> news() {
        return works.published("alert-notice").stream().map(RemindersTest::news).toList();
    }

    private static String news(CloudEvent notice) {
        try {
            return Json.MAPPER.readTree(notice.getData().toBytes()).path("news").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
