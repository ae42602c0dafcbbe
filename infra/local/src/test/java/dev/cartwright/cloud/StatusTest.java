package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class StatusTest {
    private static final String BACKLOG = """
        {"status": "success", "data": {"resultType": "vector", "result": [
          {"metric": {"subscription_id": "events-cart"}, "value": [1795276800.123, "7"]},
          {"metric": {"subscription_id": "events-dead-letters"}, "value": [1795276800.123, "2"]},
          {"metric": {"subscription_id": "of-somebody-else"}, "value": [1795276800.123, "5"]}]}}
        """;

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void aReleaseStands() throws Exception {
        cloud = new FakeCloud(directory);
        cloud.deployed();
    }

    @Test
    void tells_releases_health_and_what_waits() throws Exception {
        cloud.put("metrics", BACKLOG);

        var run = cloud.deploy("status", "--project", "my-shop");

        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.out()).contains("my-shop, europe-west1, dev: r", "gets all of the traffic",
            "https://front-door.example is ready",
            "Its dashboard: https://dashboard.example?project=my-shop", "cartwright-front-door", "  events-cart  7", "  events-dead-letters  2")
            .doesNotContain("somebody-else");
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void tells_what_cannot_be_told() throws Exception {
        cloud.prescribe("q/health/ready", 0, "503");
        cloud.put("metrics", "{}");

        var run = cloud.deploy("status", "--project", "my-shop");

        assertThat(run.out()).contains("https://front-door.example is not ready: 503", "no figures yet");
    }

    @Test
    void figures_that_cannot_be_read_are_not_none() throws Exception {
        var run = cloud.deploy("status", "--project", "my-shop");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("could not be read").doesNotContain("no figures yet");
        assertThat(run.err()).contains("metrics not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "logs"})
    void who_may_only_look_needs_no_more_than_that(String command) throws Exception {
        cloud.put("metrics", "{}");
        cloud.prescribe("terraform", 1, "there is no Terraform");
        cloud.prescribe("application-default", 1, "");
        cloud.prescribe("billing", 1, "you may not see the bill");

        var run = cloud.deploy(command, "--project", "my-shop");

        assertThat(run.code()).as(run.toString()).isZero();
    }

    @Test
    void tells_that_a_run_was_cut_off() throws Exception {
        cloud.put("metrics", BACKLOG);
        cloud.put("record", cloud.read("record").replace("status=done", "status=applying"));

        assertThat(cloud.deploy("status", "--project", "my-shop").out()).contains("The last run has not ended well");
    }

    @Test
    void logs_are_of_one_service_from_one_level_on() throws Exception {
        var run = cloud.deploy("logs", "--project", "my-shop", "--service", "cart", "--severity", "ERROR", "--since", "2h");

        assertThat(run.out()).contains("cartwright-cart  ready");
        assertThat(run.calls()).anySatisfy(call -> {
            assertThat(call.line()).contains("severity>=ERROR", "service_name=cartwright-cart", "--freshness=2h");
        });
    }

    @Test
    void logs_are_followed_from_the_last_line_on() throws Exception {
        cloud.prescribe("receiveTimestamp>\"2026-11-21T12:00:00Z\"", 1, "enough");

        var run = cloud.deploy("logs", "--project", "my-shop", "--follow");

        assertThat(run.out()).contains("cartwright-cart  ready");
        assertThat(run.err()).contains("enough");
    }
}
