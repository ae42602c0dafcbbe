package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class DestroyTest {

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void aReleaseStands() throws Exception {
        cloud = new FakeCloud(directory);
        cloud.deployed();
    }

    @Test
    void destroys_what_was_confirmed_and_keeps_the_state() throws Exception {
        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop");

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.out()).contains("the log of every event");
        assertThat(run.changes()).containsExactly("terraform apply", "gcloud storage rm");
        assertThat(cloud.read("planned")).contains("-destroy");
        assertThat(cloud.holds("bucket")).isTrue();
    }

    @Test
    void removes_the_state_last_where_that_is_asked_for() throws Exception {
        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop", "--state");

        assertThat(run.calls().get(run.calls().size() - 1).line()).isEqualTo(
            "gcloud storage rm gs://my-shop-cartwright-state --recursive --all-versions");
    }

    @Test
    void another_name_confirms_nothing() throws Exception {
        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop-2");

        assertThat(run.err()).contains("'my-shop-2' is not my-shop: nothing was destroyed");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void nobody_confirms_without_a_terminal() throws Exception {
        var run = cloud.deploy("destroy", "--project", "my-shop");

        assertThat(run.err()).contains("add --confirm my-shop");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "script of util-linux gives it a terminal")
    void the_name_is_typed_at_a_terminal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script, which gives it a terminal");

        assertThat(cloud.deployAtTerminal("my-shoe\n", "destroy", "--project", "my-shop").changes()).isEmpty();
        assertThat(cloud.deployAtTerminal("my-shop\n", "destroy", "--project", "my-shop").changes()).isNotEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "script of util-linux gives it a terminal")
    void a_deployment_is_agreed_to_at_a_terminal() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script, which gives it a terminal");
        cloud.edit("functions/Functions.java", "edited");

        assertThat(cloud.deployAtTerminal("n\n", "cloud", "--project", "my-shop").changes()).isEmpty();
        assertThat(cloud.deployAtTerminal("y\n", "cloud", "--project", "my-shop").changes()).isNotEmpty();
    }

    @Test
    void a_protected_log_stays() throws Exception {
        cloud.deployed("--set", "deletion_protection=true");

        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop");

        assertThat(run.err()).contains("./deploy.sh cloud --project my-shop --set deletion_protection=false");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void the_state_alone_wants_the_name_as_well() throws Exception {
        cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop");

        var other = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shoe", "--state");
        assertThat(other.err()).contains("'my-shoe' is not my-shop");
        assertThat(other.changes()).isEmpty();

        cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop", "--state");
        assertThat(cloud.holds("bucket")).isFalse();
    }

    @Test
    void the_state_stays_while_terraform_knows_of_things() throws Exception {
        cloud.prescribe("my-shop-cartwright-state/release", 1, "gs://my-shop-cartwright-state/release not found: 404");

        var run = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop", "--state");

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("Terraform knows of things in my-shop");
        assertThat(cloud.holds("bucket")).isTrue();
    }

    @Test
    void a_project_without_a_state_has_none_to_remove() throws Exception {
        var run = new FakeCloud(directory.resolve("other")).deploy("destroy", "--project", "my-shop", "--state");

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void what_is_not_there_needs_no_destruction() throws Exception {
        cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop");

        var again = cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop");

        assertThat(again.out()).contains("Nothing is known to be deployed in my-shop");
        assertThat(again.changes()).isEmpty();
    }
}
