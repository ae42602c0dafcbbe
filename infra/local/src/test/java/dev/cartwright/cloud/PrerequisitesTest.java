package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class PrerequisitesTest {

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory);
    }

    @Test
    void missing_tools_are_told_together() throws Exception {
        cloud.removeTools("gcloud", "terraform", "curl");

        assertThat(faults("cloud", "--project", "my-shop")).hasSize(3)
            .anySatisfy(fault -> assertThat(fault).startsWith("- gcloud is missing: install"))
            .anySatisfy(fault -> assertThat(fault).startsWith("- terraform is missing: install"))
            .anySatisfy(fault -> assertThat(fault).startsWith("- curl is missing: install"));
    }

    @Test
    void old_tools_are_told_with_the_version_that_is_needed() throws Exception {
        cloud.prescribe("gcloud version", 0, "440.0.0");
        cloud.prescribe("terraform version", 0, "{\"terraform_version\": \"1.8.5\"}");

        assertThat(faults("cloud", "--project", "my-shop")).containsExactly(
            "- gcloud is version 440.0.0, 500 or newer is needed: gcloud components update",
            "- terraform is version 1.8.5, 1.9 or newer is needed");
    }

    @Test
    void a_stranger_without_a_bill_hears_all_of_it_at_once() throws Exception {
        cloud.prescribe("auth list", 0, "");
        cloud.prescribe("application-default", 1, "");
        cloud.prescribe("billing projects", 0, "False");

        assertThat(faults("cloud", "--project", "my-shop")).containsExactly(
            "- gcloud is not logged in: gcloud auth login",
            "- Terraform has no credentials: gcloud auth application-default login",
            "- my-shop has no billing account: gcloud billing projects link my-shop --billing-account=ACCOUNT");
    }

    @Test
    void a_project_must_be_there() throws Exception {
        cloud.prescribe("projects describe my-shop --format=value(life", 1, "ERROR: permission denied");

        assertThat(faults("cloud", "--project", "my-shop")).containsExactly(
            "- The project my-shop cannot be used: gcloud projects create my-shop, or name another");
    }

    @Test
    void a_project_that_goes_is_none() throws Exception {
        cloud.prescribe("projects describe my-shop --format=value(life", 0, "DELETE_REQUESTED");

        assertThat(faults("status", "--project", "my-shop")).singleElement().asString()
            .contains("my-shop is DELETE_REQUESTED");
    }

    @Test
    void what_only_the_operator_knows_must_be_told() throws Exception {
        assertThat(faults("cloud")).containsExactly(
            "- Which project is not known: name it, such as --project my-shop");
        assertThat(faults("cloud", "--project", "my-shop")).containsExactly(
            "- Where to deploy is not known: name a region, such as --region europe-west1");
    }

    @Test
    void a_quota_that_is_too_small_stops_before_it_costs() throws Exception {
        cloud.prescribe("quotas info", 0, "600000 europe-west12;us-east1\n4000 asia-east1;europe-west1");

        var run = cloud.deployed();

        assertThat(run.err()).contains("- 4 CPUs of Cloud Run in europe-west1 are allowed, dev needs up to 14: ask for more at");
        assertThat(run.changes()).noneMatch(change -> change.startsWith("terraform"));
    }

    @Test
    void a_quota_that_can_be_asked_for_is_asked_for_first() throws Exception {
        cloud.put("apis", "cloudquotas.googleapis.com\nrun.googleapis.com\nbigtableadmin.googleapis.com\n");
        cloud.prescribe("service=run.googleapis.com", 0, "4000 europe-west1");
        cloud.prescribe("service=bigtableadmin.googleapis.com", 0, "1 europe-west1-b;europe-west1-c");

        assertThat(faults("cloud", "--project", "my-shop", "--region", "europe-west1", "--yes")).hasSize(2)
            .anySatisfy(fault -> assertThat(fault).startsWith("- 4 CPUs of Cloud Run in europe-west1 are allowed"))
            .anySatisfy(fault -> assertThat(fault).startsWith("- 1 nodes of Bigtable in europe-west1-b are allowed, dev needs up to 2"));
    }

    @Test
    void a_quota_without_a_bound_is_large_enough() throws Exception {
        cloud.prescribe("quotas info", 0, "-1 europe-west1;europe-west1-b");

        assertThat(cloud.deployed().code()).isZero();
    }

    @Test
    void a_component_that_is_missing_is_named() throws Exception {
        cloud.prescribe("quotas info", 1, "Using it requires the installation of components: [beta]");

        assertThat(cloud.deployed().out()).contains("gcloud components install beta");
    }

    @Test
    void a_quota_that_cannot_be_read_is_only_mentioned() throws Exception {
        cloud.prescribe("quotas info", 1, "ERROR: no such API");

        var run = cloud.deployed();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("How many CPUs of Cloud Run in europe-west1 are allowed cannot be read; 14 are needed");
    }

    private List<String> faults(String... arguments) throws Exception {
        var run = cloud.deploy(arguments);
        assertThat(run.code()).as(run.toString()).isOne();
        assertThat(run.changes()).isEmpty();
        return run.err().lines().filter(line -> line.startsWith("- ")).toList();
    }
}
