package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a first run leaves that ends early, and what a later one makes of it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class CutOffTest {
    private static final String[] AGAIN = {"cloud", "--project", "my-shop", "--yes"};

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory);
    }

    @Test
    void what_was_asked_for_is_remembered_though_the_build_failed() throws Exception {
        buildFails("--env", "prod", "--set", "cors_origins=[\"https://shop.example\"]");

        var again = cloud.deploy(AGAIN);

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.variable("environment")).isEqualTo("prod");
        assertThat(again.variable("cors_origins")).isEqualTo("[\"https://shop.example\"]");
    }

    @Test
    void a_foundation_without_a_release_is_destroyed() throws Exception {
        buildFails();

        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop", "--state");

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.changes()).startsWith("terraform apply");
        assertThat(cloud.holds("foundation")).isFalse();
        assertThat(cloud.holds("bucket")).isFalse();
    }

    @Test
    void a_build_that_fails_leaves_the_release_that_stands_a_good_one() throws Exception {
        var stable = cloud.deployed();
        cloud.edit("functions/Functions.java", "edited");
        buildFails("--set", "cors_origins=[]");

        assertThat(cloud.deployed("--canary", "10").variable("stable_release")).isEqualTo(stable.variable("release"));
    }

    @Test
    void a_bucket_without_versions_gets_them() throws Exception {
        cloud.put("bucket", "my-shop-cartwright-state\n");

        assertThat(cloud.deployed().changes()).contains("gcloud storage buckets update")
            .doesNotContain("gcloud storage buckets create");
    }

    @Test
    void the_bucket_of_somebody_else_gets_nothing_and_tells_nothing() throws Exception {
        cloud.deployed();
        cloud.prescribe("buckets list", 0, "");
        cloud.prescribe("buckets create", 1, "HTTPError 409: the name is taken");

        var run = cloud.deployed();

        assertThat(run.err()).contains("the name is taken");
        assertThat(run.calls()).noneMatch(call -> call.has("storage cat") || call.has("storage cp") || call.has("terraform init"));
    }

    @Test
    void a_plan_holds_secrets_and_does_not_stay() throws Exception {
        var plan = "infra/terraform/.terraform/deploy.tfplan";
        cloud.deployed();
        assertThat(cloud.read("readable-plans")).isEmpty();
        assertThat(cloud.hasInCheckout(plan)).isFalse();

        cloud.prescribe(" apply ", 1, "the line was cut");
        cloud.deployed("--redeploy");
        assertThat(cloud.hasInCheckout(plan)).isFalse();
    }

    @Test
    void nobody_waits_for_ever_for_a_lock() throws Exception {
        cloud.prescribe("deploy.tfplan", 1, "Error acquiring the state lock");

        var run = cloud.deployed();

        assertThat(run.err()).contains("force-unlock ID");
        assertThat(run.calls()).filteredOn(call -> call.has("deploy.tfplan")).isNotEmpty()
            .allSatisfy(call -> assertThat(call.words()).contains("-lock-timeout=2m"));
    }

    @Test
    void what_is_perhaps_only_hidden_does_not_count_as_absent() throws Exception {
        cloud.prescribe("buckets list", 1, "ERROR: my-shop is not found or permission denied");

        assertThat(cloud.deployed().code()).isNotZero();
    }

    private void buildFails(String... options) throws Exception {
        cloud.prescribe("builds describe", 0, "FAILURE");
        assertThat(cloud.deployed(options).code()).isNotZero();
        cloud.forgetPrescriptions();
    }
}
