package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A revision that did not come up stands in Terraform's state all the same, and the next plan is empty. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class FailedReleaseTest {

    @TempDir
    private Path directory;
    private FakeCloud cloud;
    private Run stable;

    @BeforeEach
    void aReleaseStandsAndTheNextOneFails() throws Exception {
        cloud = new FakeCloud(directory);
        stable = cloud.deployed();
        cloud.edit("functions/Functions.java", "edited");
        cloud.breakRevisions();
    }

    @Test
    void what_has_failed_is_tried_again_under_a_new_name() throws Exception {
        var failed = cloud.deployed();
        cloud.mendRevisions();

        var again = cloud.deployed();

        assertThat(failed.code()).isNotZero();
        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.variable("release")).isGreaterThan(failed.variable("release"));
        assertThat(again.variable("image")).isEqualTo(failed.variable("image"));
        assertThat(cloud.read("record")).contains("status=done", "release=" + again.variable("release"));
    }

    @Test
    void what_has_not_come_up_is_not_done() throws Exception {
        cloud.mendRevisions();
        cloud.prescribe("revisions describe cartwright-order", 0, "False");

        var run = cloud.deployed();

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("cartwright-order-r", "has not come up",
            "./deploy.sh logs --project my-shop --service order", "--redeploy");
        assertThat(cloud.read("record")).contains("status=applying");
    }

    @Test
    void a_revision_may_take_its_time() throws Exception {
        cloud.mendRevisions();
        cloud.put("slow", "");

        assertThat(cloud.deployed().code()).isZero();
    }

    @Test
    void a_canary_that_has_not_come_up_is_not_promoted() throws Exception {
        cloud.deployed("--canary", "10");
        cloud.mendRevisions();

        var promoted = cloud.deploy("cloud", "--project", "my-shop", "--promote", "--yes");

        assertThat(promoted.code()).isOne();
        assertThat(promoted.err()).contains("has not ended well", "./deploy.sh rollback --project my-shop");
        assertThat(promoted.changes()).isEmpty();
    }

    @Test
    void a_promotion_that_was_cut_off_goes_on() throws Exception {
        cloud.mendRevisions();
        cloud.deployed("--canary", "10");
        cloud.prescribe(" apply ", 1, "the line was cut");
        assertThat(cloud.deploy("cloud", "--project", "my-shop", "--promote", "--yes").code()).isNotZero();
        cloud.forgetPrescriptions();

        var again = cloud.deploy("cloud", "--project", "my-shop", "--promote", "--yes");

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.variable("canary_percent")).isEqualTo("100");
        assertThat(cloud.read("record")).contains("status=done");
    }

    @Test
    void a_canary_that_has_not_come_up_is_rolled_back_to_the_image_before() throws Exception {
        var canary = cloud.deployed("--canary", "10");
        cloud.mendRevisions();

        var rolledBack = cloud.deploy("rollback", "--project", "my-shop", "--yes");

        assertThat(rolledBack.code()).as(rolledBack.toString()).isZero();
        assertThat(rolledBack.variable("image")).isEqualTo(stable.variable("image"));
        assertThat(rolledBack.variable("release")).isGreaterThan(canary.variable("release"));
        assertThat(rolledBack.variable("canary_percent")).isEqualTo("100");
    }

    @Test
    void a_rollback_that_has_failed_is_tried_again_under_a_new_name() throws Exception {
        cloud.deployed();
        var failed = cloud.deploy("rollback", "--project", "my-shop", "--yes");
        cloud.mendRevisions();

        var again = cloud.deploy("rollback", "--project", "my-shop", "--yes");

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.variable("release")).isGreaterThan(failed.variable("release"));
        assertThat(again.variable("image")).isEqualTo(stable.variable("image"));
    }
}
