package dev.cartwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleReportTest {

    private static final String ADDED = "on-product-added-store-event-sourcing";

    private final Shopfloor shop = new Shopfloor();

    @Test
    void rule_that_fired_is_counted_once_however_often_the_event_comes() {
        var added = Shopfloor.added("123", "456", "09:00:00", "1");
        shop.deliverOne(added);
        shop.deliverOne(added);
        shop.deliverOne(Shopfloor.added("123", "456", "08:00:00", "late"));
        assertThat(tried(ADDED, RuleOutcome.FIRED)).isEqualTo(2);
        assertThat(tried(ADDED, RuleOutcome.STOPPED)).isZero();
    }

    @Test
    void rule_whose_condition_did_not_hold_is_stopped() {
        shop.deliverOne(Shopfloor.event("product-added-to-cart", "order/9", "09:00:00", "1",
                Map.of("product_id", "123", "user_id", "456")));
        assertThat(tried(ADDED, RuleOutcome.FIRED)).isZero();
        assertThat(tried(ADDED, RuleOutcome.STOPPED)).isOne();
    }

    @Test
    void rule_that_rejects_has_failed_and_has_not_fired() {
        var outcome = shop.deliverOne(Shopfloor.event("incident-closed", "incident/none", "09:00:00", "1",
                Map.of("incident_id", "none", "message", "over", "by", "jane")));
        assertThat(outcome).isEqualTo(Outcome.DEAD_LETTERED);
        assertThat(tried("on-incident-closed-unknown", RuleOutcome.FAILED)).isOne();
        assertThat(tried("on-incident-closed-unknown", RuleOutcome.FIRED)).isZero();
    }

    @Test
    void what_nobody_can_read_is_no_fault_of_a_rule() {
        shop.deliverOne(Shopfloor.event("product-added-to-cart", "user/456", "09:00:00", "1",
                Map.of("quantity", "many")));
        assertThat(shop.counted(LaneMeters.RULES)).isZero();
    }

    private double tried(String rule, RuleOutcome outcome) {
        var counter = shop.meters.find(LaneMeters.RULES).tags("rule", rule, "outcome", outcome.tag()).counter();
        return counter == null ? 0 : counter.count();
    }
}
