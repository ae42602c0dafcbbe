package dev.cartwright.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.GroupFilter;
import dev.cartwright.rules.Json;
import dev.cartwright.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerraformGroupsTest {

    @Test
    void everyGroupThatAnEventCanHaveHasItsServiceAndSubscription() throws IOException {
        var file = Path.of("..", "infra", "terraform", "groups.json").toFile();

        assertThat(Json.MAPPER.readValue(file, String[].class)).containsExactlyInAnyOrderElementsOf(
                Shop.events().receivers());
    }

    @Test
    void everySubscriptionFiltersAsThePublisherMarks() throws IOException {
        var file = Files.readString(Path.of("..", "infra", "terraform", "pubsub.tf"));

        assertThat(file.replace("\\\"", "\"")).containsPattern(
                "\\bfilter += \"" + Pattern.quote(GroupFilter.of("${each.key}")) + "\"\n");
    }
}
