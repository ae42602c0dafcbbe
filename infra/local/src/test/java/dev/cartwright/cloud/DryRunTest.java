package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class DryRunTest {
    private static final List<String> DRY_RUN = Stream.concat(FakeCloud.FIRST_TIME.stream(), Stream.of("--dry-run")).toList();

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory);
    }

    @Test
    void shows_each_command_and_changes_nothing() throws Exception {
        var run = cloud.deploy(DRY_RUN);

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.changes()).isEmpty();
        assertThat(run.calls()).noneMatch(call -> call.has(" init ") || call.has(" plan "));
        assertThat(run.out().lines()).containsSubsequence(
            "gcloud storage buckets create gs://my-shop-cartwright-state --project=my-shop --location=europe-west1"
                + " --uniform-bucket-level-access --public-access-prevention",
            "gcloud storage buckets update gs://my-shop-cartwright-state --versioning",
            "# Building the image");
        assertThat(run.out()).contains("gcloud builds submit", "-target=terraform_data.foundation", "apply -input=false");
    }

    @Test
    void stands_for_what_only_a_real_run_knows() throws Exception {
        var records = cloud.deploy(DRY_RUN).out().lines().filter(line -> line.startsWith("gcloud storage cp")).toList();

        assertThat(records).hasSize(3);
        assertThat(records.get(0)).contains("--if-generation-match=0 ");
        assertThat(records.subList(1, 3)).allSatisfy(line -> assertThat(line).contains("--if-generation-match=GENERATION "));
    }

    @Test
    void shows_the_very_commands_that_run() throws Exception {
        var shown = cloud.deploy(DRY_RUN).out();

        var ran = cloud.deployed().calls().stream()
            .filter(call -> call.has("buckets ") || call.has("services ") || call.has("-target") || call.has("builds submit"));

        assertThat(ran).isNotEmpty().allSatisfy(call -> assertThat(shown).contains(call.line()));
    }

    @Test
    void shows_commands_that_can_be_pasted() throws Exception {
        var line = cloud.deploy("cloud", "--project", "my-shop", "--region", "europe-west1", "--dry-run",
            "--set", "alert_emails=[\"it's me\"]").out().lines().filter(each -> each.contains(" plan ")).findFirst();

        assertThat(line.orElseThrow()).contains("'-var=alert_emails=[\"it'\\''s me\"]'");
    }

    @Test
    void goes_on_where_something_is_to_be_mended_first() throws Exception {
        cloud.prescribe("auth list", 0, "");

        var run = cloud.deploy(DRY_RUN);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("- gcloud is not logged in");
        assertThat(run.out()).contains("gcloud builds submit");
    }

    @Test
    void shows_no_command_for_an_unknown_place() throws Exception {
        var nowhere = cloud.deploy("cloud", "--project", "my-shop", "--dry-run");

        assertThat(nowhere.code()).isOne();
        assertThat(nowhere.err()).contains("- Where to deploy is not known: name a region").doesNotContain("Ended during");
        assertThat(nowhere.out()).doesNotContain("--location", "terraform");
        assertThat(cloud.deploy("cloud", "--dry-run").out()).doesNotContain("buckets");
    }

    @Test
    void changes_nothing_of_what_stands() throws Exception {
        cloud.deployed();
        cloud.edit("rules/src/main/Rules.java", "edited");
        cloud.deployed();
        var record = cloud.read("record");

        for (var command : List.of("rollback", "destroy")) {
            var run = cloud.deploy(command, "--project", "my-shop", "--dry-run");
            assertThat(run.code()).as(run.toString()).isZero();
            assertThat(run.changes()).isEmpty();
            assertThat(run.out()).contains("apply -input=false");
        }
        assertThat(cloud.read("record")).isEqualTo(record);
    }
}
