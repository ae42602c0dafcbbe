package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class CommandLineTest {

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "send", "watch", "bench", "cloud", "rollback", "status", "logs", "destroy", "help"})
    void help_lists_each_command(String command) throws Exception {
        var help = cloud.deploy("help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).containsPattern("(?m)^  %-9s \\S".formatted(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "rollback", "status", "logs", "destroy"})
    void each_command_tells_its_options(String command) throws Exception {
        var help = cloud.deploy(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: ./deploy.sh " + command + " --project P");
        assertThat(help.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "clout | Unknown command: clout",
        "cloud --prject my-shop | Unknown option --prject",
        "status --yes | Unknown option --yes",
        "cloud my-shop | Unknown option my-shop",
        "cloud --project | --project needs a value",
        "cloud --project My_Shop | --project is to be the id of a project",
        "cloud --canary 100 | --canary is to be a percentage from 1 to 99",
        "cloud --canary 10 --promote | --promote and --canary are opposites",
        "cloud --env test | --env is to be dev or prod",
        "cloud --yes=no | --yes takes no value",
        "cloud --set image=other | deploy.sh itself sets image",
        "cloud --set no_such_setting=1 | There is no setting no_such_setting",
        "logs --severity LOUD | --severity is to be a level",
        "logs --since yesterday | --since is to be a duration",
    })
    void what_cannot_be_meant_is_refused(String arguments, String complaint) throws Exception {
        var run = cloud.deploy(arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.calls()).isEmpty();
    }
}
