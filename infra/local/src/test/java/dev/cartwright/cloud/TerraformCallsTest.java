package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Has the real terraform check the variables that the scripts give it, without a provider. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "deploy.sh needs bash")
class TerraformCallsTest {
    private static final Path FILES = Path.of("..", "..", "infra", "terraform");

    @TempDir
    private Path directory;
    private FakeCloud cloud;

    @BeforeEach
    void emptyProject() throws Exception {
        cloud = new FakeCloud(directory.resolve("cloud"));
    }

    @Test
    void terraform_takes_the_variables_of_each_plan() throws Exception {
        var terraform = onlyVariables();

        for (var plan : everyPlan()) {
            terraform.run(variablesOf(plan));
        }
    }

    @Test
    void terraform_refuses_a_variable_that_it_does_not_have() throws Exception {
        var terraform = onlyVariables();
        var variables = variablesOf(plans(cloud.deployed()).findFirst().orElseThrow());
        var oneMore = Stream.concat(Stream.of(variables), Stream.of("-var=no_such_variable=1")).toArray(String[]::new);

        assertThatThrownBy(() -> terraform.run(oneMore)).hasMessageContaining("no_such_variable");
    }

    @Test
    void the_scripts_name_things_as_terraform_does() throws Exception {
        assertThat(terraformFiles()).contains("resource \"terraform_data\" \"foundation\"",
            "repository_id = \"cartwright\"", "\"${var.project}-cartwright-build\"", "\"cartwright-build\"",
            "\"guests-key\"", "\"alerts-key-${name}\"", "\"cartwright-${each.key}\"", "\"front-door\"", "\"drain-dead-letters\"",
            "output \"front_door_url\"");
    }

    private List<Call> everyPlan() throws Exception {
        List<Run> runs = new ArrayList<>();
        runs.add(cloud.deployed("--set", "alert_emails=[\"sre@example.com\"]", "--set", "deletion_protection=false"));
        cloud.edit("functions/Functions.java", "edited");
        runs.add(cloud.deployed("--canary", "10"));
        runs.add(cloud.deployed("--set", "alert_webhooks={pager=\"https://pager.example/in\"}"));
        runs.add(cloud.deploy("rollback", "--project", "my-shop", "--yes"));
        runs.add(cloud.deploy("destroy", "--project", "my-shop", "--confirm", "my-shop"));
        runs.add(new FakeCloud(directory.resolve("prod")).deployed("--env", "prod"));
        return runs.stream().flatMap(TerraformCallsTest::plans).toList();
    }

    private Tool onlyVariables() throws Exception {
        var terraform = Tool.installed("terraform", directory);
        var variables = Files.createDirectories(directory.resolve("variables"));
        for (var file : List.of("variables.tf", "dev.tfvars", "prod.tfvars")) {
            Files.copy(FILES.resolve(file), variables.resolve(file));
        }
        return terraform;
    }

    private String[] variablesOf(Call plan) {
        return Stream.concat(Stream.of("-chdir=" + directory.resolve("variables"), "plan", "-input=false"),
            plan.words().stream().filter(word -> word.startsWith("-var"))).toArray(String[]::new);
    }

    private static Stream<Call> plans(Run run) {
        return run.calls().stream().filter(call -> call.has(" plan "));
    }

    private static String terraformFiles() throws Exception {
        var text = new StringBuilder();
        try (var files = Files.newDirectoryStream(FILES, "*.tf")) {
            for (var file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
