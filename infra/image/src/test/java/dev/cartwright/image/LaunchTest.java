package dev.cartwright.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LaunchTest {

    private static final Path ROOT = Path.of("/");
    private static final String SMALL = "-XX:MaxRAM=2g";

    @Test
    void cache_is_made_and_proved_for_the_room_of_an_instance() {
        assertThat(Launch.inTraining(ROOT)).contains(SMALL);
        assertThat(Launch.strict(ROOT)).contains(SMALL);
    }

    @Test
    void instance_takes_the_room_that_it_has() {
        assertThat(Launch.inService(ROOT)).doesNotContain(SMALL);
    }
}
