package dev.cartwright.bigtable;

import static com.google.cloud.bigtable.admin.v2.models.GCRules.GCRULES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.bigtable.v2.Mutation;
import com.google.bigtable.v2.Mutation.SetCell;
import com.google.cloud.bigtable.admin.v2.models.GCRules.GCRule;
import com.google.cloud.bigtable.data.v2.models.RowMutationEntry;
import dev.cartwright.rules.Json;
import dev.cartwright.runtime.EventLog.Published;
import dev.cartwright.testing.LogSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TerraformTablesTest {

    private static final Path TERRAFORM = Path.of("..", "infra", "terraform");

    @Test
    void theCloudHasTheTablesOfALaptop() throws IOException {
        var onALaptop = Tables.FAMILIES.stream().collect(groupingBy(family -> family.table().getTableId(),
                toMap(Tables.Family::name, Tables.Family::rule)));

        assertThat(inTheCloud()).isEqualTo(onALaptop);
    }

    @Test
    void theyAreMadeOfThatFile() throws IOException {
        assertThat(Files.readString(TERRAFORM.resolve("bigtable.tf"))).contains("tables.json");
    }

    @Test
    void analystsSeeEveryColumnOfTheLog() throws IOException {
        var event = LogSamples.event("user/1", LogSamples.NINE, "1");
        var row = RowMutationEntry.create("row");
        for (var recorded : List.of(LogSamples.applied("rule"), LogSamples.failed("reason"))) {
            LogCells.write(row, LogSamples.blind(event, recorded), 0);
            LogCells.mark(row, new Published(LogSamples.key(event), recorded.failure()), 0);
        }
        var written = row.toProto().getMutationsList().stream().map(Mutation::getSetCell)
                .collect(groupingBy(SetCell::getFamilyName,
                        mapping(cell -> cell.getColumnQualifier().toStringUtf8(), toSet())));

        var seen = Json.MAPPER.readValue(TERRAFORM.resolve("columns.json").toFile(),
                new TypeReference<Map<String, Set<String>>>() {});
        assertThat(seen).isEqualTo(written);
        assertThat(Files.readString(TERRAFORM.resolve("analytics.tf"))).contains("columns.json");
    }

    private static Map<String, Map<String, GCRule>> inTheCloud() throws IOException {
        Map<String, Map<String, GCRule>> tables = new HashMap<>();
        var file = Json.MAPPER.readTree(TERRAFORM.resolve("tables.json").toFile());
        file.properties().forEach(table -> table.getValue().properties().forEach(family ->
                tables.computeIfAbsent(table.getKey(), name -> new HashMap<>())
                        .put(family.getKey(), rule(family.getValue()))));
        return tables;
    }

    /** One rule a family is all that Cartwright has. */
    private static GCRule rule(JsonNode family) {
        assertThat(family.path("rules")).hasSize(1);
        var rule = family.path("rules").get(0);
        return rule.has("max_version")
                ? GCRULES.maxVersions(rule.get("max_version").intValue())
                : GCRULES.maxAge(Duration.parse("PT" + rule.get("max_age").textValue()).toSeconds(), TimeUnit.SECONDS);
    }
}
