package dev.cartwright.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeashTest {
    /** Starts a server and stays, to be killed. */
    public static final class Victim {
        public static void main(String[] args) throws InterruptedException {
            System.out.println(RedisServer.cache().pid());
            Thread.currentThread().join();
        }
    }

    @Test
    void server_dies_with_a_jvm_that_is_killed() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var victim = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Victim.class.getName())
            .start();
        long server;
        try (var output = new BufferedReader(new InputStreamReader(victim.getInputStream()))) {
            server = Long.parseLong(output.readLine());
            assertThat(isAlive(server)).isTrue();
        } finally {
            victim.destroyForcibly();
        }
        assertThat(Waiting.until(Duration.ofSeconds(20), () -> !isAlive(server))).isTrue();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
