package dev.cartwright.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must stand in two files is the same in both. */
class FiguresTest {
    private static final double HOURS = 730;
    private static final double SECONDS = HOURS * 3600;

    private String capacity;
    private String cost;

    @BeforeEach
    void read() throws Exception {
        capacity = text("CAPACITY.md");
        cost = text("cloud/cost.sh");
    }

    @Test
    void a_month_costs_what_its_hours_cost() {
        assertThat(monthly("bigtable_node")).isEqualTo(Math.round(HOURS * listed("\\$([0-9.]+) an hour")));
        assertThat(monthly("redis_standard")).isEqualTo(Math.round(HOURS * listed("\\$([0-9.]+) a GiB and hour with a replica")));
        assertThat(monthly("redis_basic")).isEqualTo(Math.round(HOURS * listed("with a replica \\?, \\$([0-9.]+) without")));
    }

    @Test
    void an_instance_costs_what_its_seconds_cost() {
        assertThat(monthly("run_always")).isEqualTo(Math.round(SECONDS * perSecond("CPU always there")));
        assertThat(monthly("run_waiting")).isEqualTo(Math.round(SECONDS * perSecond("an instance that waits")));
    }

    @Test
    void the_arithmetic_takes_the_listed_prices() {
        assertThat(listed("node_hour=([0-9.]+)")).isEqualTo(listed("\\$([0-9.]+) an hour"));
        assertThat(listed("redis_gib_hour=([0-9.]+)")).isEqualTo(listed("\\$([0-9.]+) a GiB and hour with a replica"));
        assertThat(listed("vcpu_second=([0-9.]+)")).isEqualTo(perSecond("CPU always there"));
    }

    @Test
    void a_build_may_wait_before_it_takes_all_of_its_time() throws Exception {
        var seconds = number(text("cloud/cloudbuild.yaml"), "timeout: ([0-9]+)s");

        assertThat(number(text("cloud/image.sh"), "build_patience=([0-9]+)")).isGreaterThanOrEqualTo(seconds + 600);
    }

    private double perSecond(String row) {
        return listed(row + " \\| \\$([0-9.]+) a vCPU-second") + listed(row + " .*; \\$([0-9.]+) a GiB-second");
    }

    private long monthly(String name) {
        return (long) number(cost, name + "=([0-9]+)");
    }

    private double listed(String pattern) {
        return number(capacity, pattern);
    }

    private static double number(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static String text(String file) throws Exception {
        return Files.readString(Path.of("..", "..", "infra").resolve(file));
    }
}
