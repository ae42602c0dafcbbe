package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Has the real gcloud parse, offline, whatever the scripts call and advise. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class GcloudCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMMAND = Pattern.compile("gcloud(?! is | or )(?: [a-z][a-z-]*)+");
    private static final Pattern ADVICE = Pattern.compile("(?<=: )gcloud [^,\n]+");

    @TempDir
    private Path directory;
    private Tool gcloud;

    @BeforeEach
    void gcloudIsInstalled() {
        gcloud = Tool.installed("gcloud", directory);
    }

    @Test
    void gcloud_knows_each_call_and_flag() throws Exception {
        var lines = lines(everyRun());

        assertThat(refused(lines)).isEmpty();
        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("gcloud"));
        assertThat(commandsInScripts()).allSatisfy(command -> assertThat(lines)
            .as("no run calls or advises it").anyMatch(line -> line.startsWith(command)));
    }

    @Test
    void an_unknown_flag_is_found() throws Exception {
        assertThat(refused(List.of("gcloud builds submit . --machine=fast", "gcloud storage bucket create gs://b",
            "gcloud auth list"))).hasSize(2);
    }

    private List<Run> everyRun() throws Exception {
        var cloud = new FakeCloud(directory.resolve("cloud"));
        List<Run> runs = new ArrayList<>();
        cloud.prescribe("billing projects", 0, "False");
        cloud.prescribe("auth list", 0, "");
        cloud.prescribe("gcloud version", 0, "1.0.0");
        cloud.prescribe("application-default", 1, "");
        runs.add(cloud.deployed());
        cloud.prescribe("billing projects", 1, "the API is off");
        runs.add(cloud.deployed());
        cloud.prescribe("projects describe my-shop --format=value(life", 1, "");
        runs.add(cloud.deployed());
        cloud.forgetPrescriptions();
        cloud.prescribe("builds describe", 0, "FAILURE");
        cloud.prescribe("quotas info", 1, "Using it requires the installation of components: [beta]");
        runs.add(cloud.deployed());
        cloud.forgetPrescriptions();
        runs.add(cloud.deployed());
        cloud.put("metrics", "{}");
        runs.add(cloud.deploy("status", "--project", "my-shop"));
        runs.add(cloud.deploy("logs", "--project", "my-shop", "--service", "cart"));
        cloud.prescribe("receiveTimestamp", 1, "");
        runs.add(cloud.deploy("logs", "--project", "my-shop", "--follow"));
        runs.add(cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop", "--state"));
        return runs;
    }

    private static Collection<String> lines(List<Run> runs) {
        var called = runs.stream().flatMap(run -> run.calls().stream()).map(Call::line);
        var advised = runs.stream().flatMap(run -> ADVICE.matcher(run.err() + run.out()).results()).map(result -> result.group().trim());
        return Stream.concat(called, advised).filter(line -> line.startsWith("gcloud"))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the scripts mention, comments and help aside: none of it may go unchecked. */
    private static Collection<String> commandsInScripts() throws Exception {
        var commands = new TreeSet<String>();
        try (var scripts = Files.list(Path.of("..", "..", "infra", "cloud"))) {
            for (var script : scripts.filter(file -> file.toString().endsWith(".sh")).toList()) {
                Files.readAllLines(script).stream().filter(line -> !line.strip().startsWith("#"))
                    .flatMap(line -> COMMAND.matcher(line).results()).forEach(found -> commands.add(found.group()));
            }
        }
        return commands;
    }

    private List<String> refused(Collection<String> lines) throws Exception {
        var file = directory.resolve("commands.json");
        JSON.writeValue(file.toFile(), lines.stream().map(line -> Map.of("command_string", line)).toList());
        // It ends well whatever it finds.
        var verdicts = JSON.readTree(gcloud.run("meta", "lint-gcloud-commands", "--commands-file=" + file));
        assertThat(verdicts).hasSameSizeAs(lines);
        return StreamSupport.stream(verdicts.spliterator(), false).filter(verdict -> !verdict.path("success").asBoolean())
            .map(verdict -> verdict.path("command_string").asText() + ": " + verdict.path("error_message").asText()).toList();
    }
}
