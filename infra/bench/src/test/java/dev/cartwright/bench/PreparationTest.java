package dev.cartwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

    @Test
    void writesWhatTheRulesLeadTo() {
        var order = new GeneratedYear(7).events(100).stream()
                .takeWhile(event -> event.getType().equals("product-added-to-cart")).toList();

        var prepared = Preparation.ofEvents(order);

        assertThat(prepared).hasSameSizeAs(order);
        assertThat(prepared.get(0).after().properties()).containsKeys("cart", "last_product_added");
        assertThat(prepared.get(0).publications()).singleElement()
                .satisfies(followUp -> assertThat(followUp.group()).isEqualTo("product"));
    }

    @Test
    void followUpsComeAfterTheirCauses() {
        var prepared = Preparation.withFollowUps(List.of(new GeneratedYear(7).events(1).get(0)), 10);

        assertThat(prepared).extracting(one -> one.append().event().getType())
                .containsExactly("product-added-to-cart", "product-demanded", "demand-counted");
    }
}
