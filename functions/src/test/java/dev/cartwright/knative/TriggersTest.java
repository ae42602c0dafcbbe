package dev.cartwright.knative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.shop.Shop;
import dev.cartwright.testing.LogSamples;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The manifests, held against the events that are published. */
class TriggersTest {

    private static final String ALERTS = "(?m)^ +# CARTWRIGHT_ALERTS.*\n.*secretRef:\n.*cartwright-alerts\n.*optional: true\n";

    private static final EventCatalog CATALOG = Shop.events();
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    private static final Path FOLDER = Path.of("..", "infra", "knative");

    private final List<JsonNode> manifests = read(FOLDER);

    @Test
    void every_type_of_the_catalog_reaches_the_service_of_its_group_by_one_trigger() {
        for (var type : CATALOG.types()) {
            assertThat(receivers(type.name(), type.kind() + "/1", type.group())).as(type.name())
                    .containsExactly("cartwright-" + type.group());
        }
    }

    @Test
    void event_of_a_kind_that_nobody_declared_is_received_too() {
        var group = CATALOG.groupOf(Subjects.kind("planet/1")).orElse(EventCatalog.UNHANDLED);
        assertThat(receivers("note-taken", "planet/1", group)).containsExactly("cartwright-unhandled");
    }

    @Test
    void event_that_nobody_subscribes_to_is_received_by_nobody() {
        assertThat(receivers("product-demanded", "product/1", null)).isEmpty();
    }

    @Test
    void every_trigger_names_a_service_and_the_broker_that_are_there() {
        assertThat(names("Trigger")).containsExactlyInAnyOrderElementsOf(
                CATALOG.receivers().stream().map(group -> "cartwright-" + group).toList());
        for (var trigger : of("Trigger")) {
            assertThat(names("Service")).contains(subscriber(trigger));
            assertThat(names("Broker")).containsExactly(trigger.at("/spec/broker").asText());
        }
    }

    @Test
    void every_service_is_bound_to_the_broker_and_knows_its_kind() {
        var binding = of("SinkBinding").get(0);
        assertThat(names("Broker")).containsExactly(binding.at("/spec/sink/ref/name").asText());
        for (var service : of("Service")) {
            assertThat(service.at("/metadata/labels/app"))
                    .isEqualTo(binding.at("/spec/subject/selector/matchLabels/app"));
            assertThat(service.at("/spec/template/spec/containers/0/env").toString())
                    .contains("{\"name\":\"CARTWRIGHT_BROKER_KIND\",\"value\":\"knative\"}");
        }
    }

    @Test
    void every_service_is_applied() {
        assertThat(of("Kustomization").get(0).path("resources")).extracting(JsonNode::asText)
                .containsAll(CATALOG.receivers().stream().map(group -> group + ".yaml").toList())
                .contains("front-door.yaml", "broker.yaml", "settings.yaml");
    }

    @Test
    void functions_differ_in_names_first_comments_and_who_is_told_of_alerts_only() {
        assertThat(CATALOG.receivers()).extracting(TriggersTest::template).containsOnly(template("cart"));
    }

    @Test
    void operations_alone_know_who_is_told_of_alerts() {
        assertThat(of("Service")).filteredOn(service -> service.toString().contains("cartwright-alerts"))
                .extracting(service -> service.at("/metadata/name").asText()).containsExactly("cartwright-operations");
    }

    @Test
    void front_door_alone_has_the_key_of_guests() {
        assertThat(of("Service")).filteredOn(service -> service.toString().contains("cartwright-guests"))
                .extracting(service -> service.at("/metadata/name").asText()).containsExactly("cartwright-front-door");
    }

    @Test
    void every_service_runs_as_nobody_and_writes_nothing_but_temporary_files() {
        for (var service : of("Service")) {
            var container = service.at("/spec/template/spec/containers/0");
            assertThat(container.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/volumeMounts")).extracting(mount -> mount.path("mountPath").asText())
                    .containsExactly("/tmp");
        }
    }

    private static String template(String group) {
        try {
            var text = Files.readString(FOLDER.resolve(group + ".yaml"));
            return text.substring(text.indexOf('\n')).replaceAll("\\b" + group + "\\b", "GROUP").replaceAll(ALERTS, "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> receivers(String type, String subject, String group) {
        var event = CloudEventBuilder.v1(LogSamples.event(subject, LogSamples.NINE, "1")).withType(type).build();
        var headers = KnativeHeaders.of(new Publication(event, group), CeOverrides.of(""));
        return of("Trigger").stream().filter(trigger -> lets(trigger, headers)).map(TriggersTest::subscriber).toList();
    }

    /** As Knative has it: each attribute is there, and is exactly that. */
    private static boolean lets(JsonNode trigger, Map<String, String> headers) {
        var wanted = trigger.at("/spec/filter/attributes");
        assertThat(wanted.isEmpty()).isFalse();
        return wanted.properties().stream()
                .allMatch(attribute -> attribute.getValue().asText().equals(headers.get("ce-" + attribute.getKey())));
    }

    private static String subscriber(JsonNode trigger) {
        return trigger.at("/spec/subscriber/ref/name").asText();
    }

    private List<String> names(String kind) {
        return of(kind).stream().map(manifest -> manifest.at("/metadata/name").asText()).toList();
    }

    private List<JsonNode> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.path("kind").asText().equals(kind)).toList();
    }

    private static List<JsonNode> read(Path folder) {
        List<JsonNode> manifests = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    manifests.addAll(documents.readAll());
                }
            }
            return manifests;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
