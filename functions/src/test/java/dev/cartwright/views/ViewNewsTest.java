package dev.cartwright.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.live.LivePublisher;
import dev.cartwright.shop.trade.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewNewsTest {

    private final List<String> told = new ArrayList<>();
    private final ViewNews news = new ViewNews(new LivePublisher() {
        @Override
        public void changed(String view) {
            told.add(view);
        }

        @Override
        public void close() {}
    });

    @Test
    void what_looks_back_over_an_hour_or_a_day_changes_with_time_alone() {
        news.minutePassed();
        assertThat(told).containsExactly("top-products", "sales", "conversion");
    }

    @Test
    void trade_changes_what_is_counted_of_it_and_nothing_else() {
        news.changed(Slot.KIND);
        assertThat(told).containsExactly("top-products", "sales", "conversion");
    }

    @Test
    void subject_that_no_view_shows_changes_none() {
        news.changed("order");
        assertThat(told).isEmpty();
    }
}
