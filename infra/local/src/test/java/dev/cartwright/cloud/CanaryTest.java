package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class CanaryTest {
    private static final String[] PROMOTE = {"cloud", "--project", "my-shop", "--promote", "--yes"};
    private static final String[] ROLLBACK = {"rollback", "--project", "my-shop", "--yes"};

    @TempDir
    private Path directory;
    private FakeCloud cloud;
    private Run stable;

    @BeforeEach
    void aReleaseStands() throws Exception {
        cloud = new FakeCloud(directory);
        stable = cloud.deployed();
    }

    @Test
    void a_canary_stands_beside_the_release_before() throws Exception {
        var canary = canaryOfFunctions();

        assertThat(canary.variable("canary_percent")).isEqualTo("10");
        assertThat(canary.variable("stable_release")).isEqualTo(stable.variable("release"));
        assertThat(canary.variable("canary_functions")).isEqualTo("true");
        assertThat(canary.out()).contains("gets 10 % of the traffic");
    }

    @Test
    void functions_change_over_at_once_where_the_rules_have_changed() throws Exception {
        var canary = canaryOfRules();

        assertThat(canary.variable("canary_percent")).isEqualTo("10");
        assertThat(canary.variable("canary_functions")).isEqualTo("false");
        assertThat(canary.variable("rules_version")).isGreaterThan(stable.variable("rules_version"));
        assertThat(canary.out()).contains("the functions change over at once");
    }

    @Test
    void a_canary_gets_another_share() throws Exception {
        var canary = canaryOfFunctions();

        var more = cloud.deployed("--canary", "50");

        assertThat(more.variable("canary_percent")).isEqualTo("50");
        assertThat(more.variable("release")).isEqualTo(canary.variable("release"));
        assertThat(more.variable("stable_release")).isEqualTo(stable.variable("release"));
    }

    @Test
    void a_canary_is_promoted() throws Exception {
        var canary = canaryOfFunctions();

        var promoted = cloud.deploy(PROMOTE);

        assertThat(promoted.variable("canary_percent")).isEqualTo("100");
        assertThat(promoted.variable("stable_release")).isEmpty();
        assertThat(promoted.variable("release")).isEqualTo(canary.variable("release"));
        assertThat(promoted.changes()).doesNotContain("gcloud builds submit");
        assertThat(cloud.deploy(PROMOTE).changes()).isEmpty();
    }

    @Test
    void a_promotion_is_agreed_to_in_true_words() throws Exception {
        canaryOfFunctions();

        var run = cloud.deploy("cloud", "--project", "my-shop", "--promote");

        assertThat(run.err()).contains("add --yes");
        assertThat(run.out()).contains("gets all of the traffic").doesNotContain("now at 100 %");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void a_canary_is_replaced_by_another() throws Exception {
        canaryOfFunctions();
        cloud.edit("functions/Functions.java", "edited again");

        var second = cloud.deployed("--canary", "20");

        assertThat(second.variable("stable_release")).isEqualTo(stable.variable("release"));
        assertThat(second.variable("canary_percent")).isEqualTo("20");
    }

    @Test
    void a_deployment_does_not_end_a_canary_by_accident() throws Exception {
        canaryOfFunctions();

        var run = cloud.deployed();

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("--promote", "./deploy.sh rollback --project my-shop");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void the_first_release_cannot_be_a_canary() throws Exception {
        var run = new FakeCloud(directory.resolve("other")).deployed("--canary", "10");

        assertThat(run.err()).contains("There is no release yet that a canary could stand beside");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void where_nothing_stands_nothing_is_promoted_or_rolled_back() throws Exception {
        var empty = new FakeCloud(directory.resolve("other"));

        for (var command : new String[][] {PROMOTE, ROLLBACK}) {
            var run = empty.deploy(command);
            assertThat(run.code()).isOne();
            assertThat(run.err()).contains("Nothing is deployed in my-shop yet").doesNotContain("name a region");
        }
    }

    @Test
    void a_rolled_back_canary_gets_nothing() throws Exception {
        var canary = canaryOfFunctions();

        var rolledBack = cloud.deploy(ROLLBACK);

        assertThat(rolledBack.variable("canary_percent")).isEqualTo("0");
        assertThat(rolledBack.variable("release")).isEqualTo(canary.variable("release"));
        assertThat(rolledBack.variable("stable_release")).isEqualTo(stable.variable("release"));
        assertThat(cloud.deploy(ROLLBACK).changes()).isEmpty();
        assertThat(cloud.deploy(PROMOTE).err()).contains("was rolled back");
    }

    @Test
    void older_rules_come_back_under_a_higher_version() throws Exception {
        var canary = canaryOfRules();

        var rolledBack = cloud.deploy(ROLLBACK);

        assertThat(rolledBack.variable("image")).isEqualTo(stable.variable("image"));
        assertThat(rolledBack.variable("rules_version")).isGreaterThan(canary.variable("rules_version"));
        assertThat(rolledBack.variable("release")).isGreaterThan(canary.variable("release"));
        assertThat(rolledBack.variable("canary_percent")).isEqualTo("100");
        assertThat(cloud.deploy(ROLLBACK).changes()).isEmpty();
    }

    @Test
    void a_whole_deployment_is_rolled_back_to_the_image_before() throws Exception {
        cloud.edit("functions/Functions.java", "edited");
        var second = cloud.deployed();

        var rolledBack = cloud.deploy(ROLLBACK);

        assertThat(rolledBack.variable("image")).isEqualTo(stable.variable("image"));
        assertThat(rolledBack.variable("release")).isGreaterThan(second.variable("release"));
        assertThat(rolledBack.variable("rules_version")).isEqualTo(stable.variable("rules_version"));
    }

    @Test
    void the_next_release_stands_beside_one_that_came_up() throws Exception {
        cloud.edit("functions/Functions.java", "broken");
        cloud.breakRevisions();
        assertThat(cloud.deployed().code()).isNotZero();
        cloud.mendRevisions();
        cloud.edit("functions/Functions.java", "mended");

        assertThat(cloud.deployed("--canary", "10").variable("stable_release")).isEqualTo(stable.variable("release"));
    }

    @Test
    void the_first_release_cannot_be_rolled_back() throws Exception {
        assertThat(cloud.deploy(ROLLBACK).err()).contains("No release before " + stable.variable("release"));
    }

    private Run canaryOfFunctions() throws Exception {
        cloud.edit("functions/Functions.java", "edited");
        return cloud.deployed("--canary", "10");
    }

    private Run canaryOfRules() throws Exception {
        cloud.edit("rules/src/main/Rules.java", "edited");
        return cloud.deployed("--canary", "10");
    }
}
