package dev.cartwright.operations;

import static dev.cartwright.operations.OperationsScenario.given;
import static dev.cartwright.operations.OperationsScenario.joined;
import static dev.cartwright.operations.OperationsScenario.noticed;
import static dev.cartwright.operations.OperationsScenario.over;
import static dev.cartwright.rules.testing.Expectations.emitted;
import static dev.cartwright.rules.testing.Expectations.nothingElseEmitted;
import static dev.cartwright.rules.testing.Expectations.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.operations.InstanceEvent.InstanceLost;
import dev.cartwright.operations.RegisterEvent.ServiceRegistered;
import dev.cartwright.operations.Service.Told;
import dev.cartwright.operations.ServiceEvent.InstanceLeft;
import dev.cartwright.operations.ServiceEvent.ServiceSilent;
import dev.cartwright.operations.ServiceEvent.ServiceUpdated;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.rules.testing.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnServiceInstancesTest {

    private static final Happening UPDATED = Happening.event(new ServiceUpdated("cart", "r2"));
    private static final Happening LEFT = Happening.event(new InstanceLeft("cart", "a"));
    private static final Happening SILENT =
            Happening.event(new ServiceSilent("cart", "a", "2023-04-19T08:59:00.000000Z"));

    @Test
    void whatHappensToAServiceIsItsActivity() {
        assertThat(activity(given().when(joined("a"), joined("a"), UPDATED, LEFT, LEFT, joined("a"), SILENT)))
                .containsExactly("instance-started a", "deploy null", "instance-stopped a", "instance-started a",
                        "instance-silent a", "incident-opened null");
    }

    @Test
    void incidentsAreActivityOnceEach() {
        var outcome = given(joined("a"), noticed(Symptom.ERRORS, "a"), noticed(Symptom.ERRORS, "b"))
                .when(over(Symptom.ERRORS, "a"), over(Symptom.ERRORS, "b"));
        assertThat(activity(outcome)).containsExactly("instance-started a", "incident-opened null",
                "incident-resolved null");
        outcome.then(property(Service.INCIDENTS).is(List.of(new Told("cart.errors.1", "2023-04-19T08:59:00.000000Z"))));
    }

    @Test
    void lastHundredAreKept() {
        var comings = IntStream.range(0, 120).mapToObj(i -> joined("i" + i)).toArray(Happening[]::new);
        assertThat(activity(given().when(comings))).hasSize(100).startsWith("instance-started i20")
                .endsWith("instance-started i119");
    }

    @Test
    void lastFiftyIncidentsAreKept_andThoseThatAreOpen() {
        var past = IntStream.range(0, 60).map(i -> 2 * i).boxed().flatMap(hour -> Stream.of(
                Happening.event(noticedSince(Symptom.ERRORS, hour)).at(OperationsScenario.NINE.plus(
                        Duration.ofHours(hour))),
                over(Symptom.ERRORS, "a").at(OperationsScenario.NINE.plus(Duration.ofHours(hour)).plusSeconds(60))));
        var all = Stream.concat(Stream.of(Happening.event(noticedSince(Symptom.SLOW, 0))
                .at(OperationsScenario.NINE.minusSeconds(60))), past).toArray(Happening[]::new);
        var known = given().when(all).state().get(Service.INCIDENTS).orElseThrow();
        assertThat(known).hasSize(50).extracting(Told::incidentId).startsWith("cart.slow.1", "cart.errors.12")
                .endsWith("cart.errors.60");
        assertThat(known.get(49).since()).isEqualTo("2023-04-23T22:00:00.000000Z");
    }

    @Test
    void instanceThatIsMissedIsToHandOverWhatItCounted() {
        given(joined("a")).when(SILENT).then(emitted(InstanceLost.class).to("instance/a").with("service", "cart")
                .with("since", "2023-04-19T08:59:00.000000Z"));
    }

    @Test
    void subjectsThatAreFoldedAgainOnAllInstancesAreOneActivity_inAnyOrder() {
        var waves = List.of(replayed("a", "09:00:10", "09:01:00", 1_000), replayed("b", "09:00:00", "09:01:50", 204));
        for (var order : List.of(List.of(0, 1), List.of(1, 0))) {
            var outcome = given(joined("a")).when(order.stream().map(waves::get).toArray(Happening[]::new));
            assertThat(outcome.state().get(Service.ACTIVITY).orElseThrow()).element(1).isEqualTo(new Activity(
                    "2023-04-19T09:00:00.000000Z", "replay", null, "1,204 subjects were folded again from the log"));
        }
    }

    @Test
    void anotherWaveIsAnotherActivity() {
        assertThat(activity(given(replayed("a", "09:00:00", "09:01:00", 100)).when(joined("a"),
                replayed("a", "09:02:10", "09:03:00", 100))))
                .containsExactly("replay null", "instance-started a", "replay null");
    }

    private static Happening replayed(String instance, String since, String until, long subjects) {
        return Happening.event(new SubjectsReplayed("cart", instance, "2023-04-19T" + since + ".000000Z",
                "2023-04-19T" + until + ".000000Z", subjects));
    }

    @Test
    void serviceIsRegisteredWithEveryRevision() {
        given(joined("a")).when(UPDATED.at(OperationsScenario.NINE.plusSeconds(60))).then(emitted(ServiceRegistered.class).to("register/services")
                .with("service", "cart").with("since", "2023-04-19T09:01:00.000000Z"), nothingElseEmitted());
    }

    @Test
    void registerKeepsSinceWhenThereIsAService() {
        given().when(registered("cart", "2023-04-19T10"), registered("cart", "2023-04-19T09"),
                registered("order", "2023-04-19T11")).then(property(Register.SERVICES).is(
                        Map.of("cart", "2023-04-19T09", "order", "2023-04-19T11")));
    }

    private static Happening registered(String service, String since) {
        return Happening.event(new ServiceRegistered("services", service, since));
    }

    private static ServiceEvent noticedSince(Symptom symptom, int hour) {
        return new ServiceEvent.SymptomNoticed("cart", "a", symptom.word(),
                "2023-04-%02dT%02d:00:00.000000Z".formatted(19 + hour / 24, hour % 24));
    }

    private static List<String> activity(Outcome outcome) {
        return outcome.state().get(Service.ACTIVITY).orElse(List.of()).stream()
                .map(activity -> activity.kind() + ' ' + activity.instance()).toList();
    }
}
