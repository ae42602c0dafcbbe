package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Json;
import dev.cartwright.shop.Shop;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerraformGroupsTest {

    @Test
    void everyGroupThatAnEventCanHaveHasItsServiceAndSubscription() throws IOException {
        var file = Path.of("..", "infra", "terraform", "groups.json").toFile();

        assertThat(Json.MAPPER.readValue(file, String[].class)).containsExactlyInAnyOrderElementsOf(
                Shop.events().receivers());
    }
}
