package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class CloudCommandTest {

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory);
    }

    @Test
    void an_empty_project_gets_everything_in_order() throws Exception {
        var run = cloud.deployed();

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.changes()).containsExactly(
            "gcloud storage buckets create",
            "gcloud storage buckets update",
            "gcloud storage cp",
            "gcloud services enable serviceusage.googleapis.com cloudresourcemanager.googleapis.com"
                + " cloudquotas.googleapis.com bigtableadmin.googleapis.com run.googleapis.com",
            "terraform apply",
            "gcloud secrets versions add cartwright-guests-key",
            "gcloud builds submit",
            "gcloud storage cp",
            "terraform apply",
            "gcloud storage cp");
        assertThat(run.out()).contains("Cartwright is ready: https://front-door.example",
            "Its dashboard: https://dashboard.example?project=my-shop",
            "No budget watches the bill yet: cloud --set billing_account=012345-6789AB-CDEF01");
    }

    @Test
    void the_build_runs_as_its_own_account_from_its_own_bucket() throws Exception {
        assertThat(cloud.deployed().calls()).anySatisfy(call -> assertThat(call.line()).startsWith("gcloud builds submit")
            .contains("--gcs-source-staging-dir=gs://my-shop-cartwright-build/sources",
                "--service-account=projects/my-shop/serviceAccounts/cartwright-build@my-shop.iam.gserviceaccount.com",
                "--substitutions=_IMAGE=europe-west1-docker.pkg.dev/my-shop/cartwright/cartwright:"));
    }

    @Test
    void nothing_changes_a_second_time() throws Exception {
        cloud.deployed();

        var again = cloud.deploy("cloud", "--project", "my-shop", "--yes");

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.changes()).isEmpty();
        assertThat(again.out()).contains("built already", "Nothing to change");
    }

    @Test
    void other_sources_make_another_image_and_release() throws Exception {
        var first = cloud.deployed();
        cloud.edit("functions/Functions.java", "edited");

        var second = cloud.deployed();

        assertThat(second.changes()).contains("gcloud builds submit");
        assertThat(second.variable("image")).isNotEqualTo(first.variable("image")).contains("@sha256:");
        assertThat(second.variable("release")).isGreaterThan(first.variable("release"));
        assertThat(second.variable("rules_version")).isEqualTo(first.variable("rules_version"));
    }

    @Test
    void other_rules_make_a_higher_rules_version() throws Exception {
        var first = cloud.deployed();
        cloud.edit("rules/src/main/Rules.java", "edited");

        assertThat(cloud.deployed().variable("rules_version")).isGreaterThan(first.variable("rules_version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "rules/pom.xml", "infra/cloud/cloudbuild.yaml"})
    void what_compiles_rules_is_part_of_them(String file) throws Exception {
        var first = cloud.deployed();
        cloud.edit(file, "edited");

        var canary = cloud.deployed("--canary", "10");

        assertThat(canary.variable("rules_version")).isGreaterThan(first.variable("rules_version"));
        assertThat(canary.variable("canary_functions")).isEqualTo("false");
    }

    @Test
    void tests_and_what_builds_make_are_no_sources() throws Exception {
        cloud.deployed();
        cloud.edit("rules/src/test/RulesTest.java", "new");
        cloud.edit("functions/target/functions.jar", "new");

        assertThat(cloud.deployed().changes()).isEmpty();
    }

    @Test
    void a_setting_makes_a_release_of_the_same_image_and_is_remembered() throws Exception {
        var first = cloud.deployed();

        var second = cloud.deployed("--set", "alert_emails=[\"sre@example.com\"]");
        var third = cloud.deploy("cloud", "--project", "my-shop", "--yes");

        assertThat(second.variable("alert_emails")).isEqualTo("[\"sre@example.com\"]");
        assertThat(second.variable("image")).isEqualTo(first.variable("image"));
        assertThat(second.variable("release")).isNotEqualTo(first.variable("release"));
        assertThat(third.variable("alert_emails")).isEqualTo(second.variable("alert_emails"));
        assertThat(third.changes()).isEmpty();
    }

    @Test
    void keys_are_drawn_once() throws Exception {
        cloud.deployed();
        var key = cloud.read("key");
        cloud.deployed("--set", "alert_webhooks={pager=\"https://pager.example/in\"}");
        var ofAlerts = cloud.read("cartwright-alerts-key-pager");
        cloud.deployed("--set",
            "alert_webhooks={\"pager\": \"https://pager.example/in\", \"chat2\": \"https://chat.example\"}");
        var ofChat = cloud.read("cartwright-alerts-key-chat2");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(Base64.getDecoder().decode(ofAlerts)).hasSize(32);
        assertThat(Set.of(key, ofAlerts, ofChat)).hasSize(3);
        assertThat(cloud.read("key")).isEqualTo(key);
        assertThat(cloud.read("cartwright-alerts-key-pager")).isEqualTo(ofAlerts);
    }

    @Test
    void nothing_is_done_without_consent() throws Exception {
        var run = cloud.deploy(FakeCloud.FIRST_TIME);

        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("costs about $511 a month");
        assertThat(run.err()).contains("add --yes");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void a_run_that_was_cut_off_goes_on() throws Exception {
        cloud.prescribe("deploy.tfplan", 1, "the line was cut");
        var cut = cloud.deployed();
        assertThat(cut.code()).isOne();
        assertThat(cut.err()).contains("Ended during: Laying the foundation", "Run the same command again");

        cloud.forgetPrescriptions();
        assertThat(cloud.deployed().code()).isZero();
    }

    @Test
    void a_release_that_was_begun_keeps_its_name() throws Exception {
        cloud.deployed();
        cloud.edit("functions/Functions.java", "edited");
        cloud.prescribe(" apply ", 1, "the line was cut");
        var cut = cloud.deployed();
        cloud.forgetPrescriptions();

        var again = cloud.deployed();

        assertThat(cut.code()).isNotZero();
        assertThat(again.changes()).containsExactly("terraform apply", "gcloud storage cp");
        assertThat(again.variable("release")).isEqualTo(cut.variable("release"));
    }

    @Test
    void two_operators_do_not_overwrite_each_other() throws Exception {
        cloud.prescribe("storage cp", 1, "HTTPError 412: the precondition did not hold");

        var run = cloud.deployed();

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("Somebody else deploys to my-shop just now");
        assertThat(cloud.holds("applied")).isFalse();
    }

    @Test
    void a_build_that_fails_shows_its_log() throws Exception {
        cloud.prescribe("builds describe", 0, "FAILURE");
        cloud.prescribe("logging read", 0, "second\nfirst");

        var run = cloud.deployed();

        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("first\nsecond");
        assertThat(run.err()).contains("The build ended as FAILURE");
    }

    @Test
    void one_project_holds_one_environment() throws Exception {
        cloud.deployed();

        var run = cloud.deploy("cloud", "--project", "my-shop", "--env", "prod", "--region", "us-east1", "--yes");

        assertThat(run.err()).contains("- my-shop holds the environment dev already",
            "- my-shop is deployed in europe-west1 already", "2 to mend first");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void a_failure_to_read_is_no_empty_project() throws Exception {
        cloud.prescribe("buckets list", 1, "ERROR: 403: you may not");

        var run = cloud.deployed();

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("you may not");
        assertThat(run.changes()).isEmpty();
    }
}
