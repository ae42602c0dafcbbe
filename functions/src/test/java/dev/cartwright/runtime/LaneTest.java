package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static dev.cartwright.runtime.Shopfloor.event;
import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.cart.Cart.LAST_PRODUCT_ADDED;
import static dev.cartwright.shop.product.Product.TIMES_ADDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.State;
import dev.cartwright.rules.SystemEvent;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Shopfloor shop = new Shopfloor();

    @Test
    void eventIsInTheLog_itsStateSet_itsFollowUpPublished() {
        assertThat(shop.deliverOne(added("123", "456", "09:00:00", "a"))).isEqualTo(Outcome.APPLIED);
        assertThat(shop.log.newest("user/456", null, 10)).hasSize(1).allMatch(LogRow::published);
        assertThat(shop.state("user/456").get(LAST_PRODUCT_ADDED)).contains("123");
        assertThat(shop.publishedTypes()).containsExactly("product-demanded");
    }

    @Test
    void secondDeliveryIsADuplicate_andPublishesNothing() {
        var event = added("123", "456", "09:00:00", "a");
        shop.deliverOne(event);
        assertThat(shop.deliverOne(event)).isEqualTo(Outcome.DUPLICATE);
        assertThat(shop.state("user/456").version()).isEqualTo(1);
        assertThat(shop.publishedTypes()).hasSize(1);
    }

    @Test
    void twinsInOneBatchCountOnce() {
        var event = added("123", "456", "09:00:00", "a");
        assertThat(shop.deliver(event, event)).extracting(CompletableFuture::join)
                .containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
        assertThat(shop.state("user/456").get(CART)).contains(Map.of("123", 1L));
    }

    @Test
    void sameIdAtAnotherTimeIsAnotherEvent() {
        shop.deliver(added("123", "456", "09:00:00", "a"), added("123", "456", "09:00:01", "a"));
        assertThat(shop.state("user/456").get(CART)).contains(Map.of("123", 2L));
    }

    @Test
    void lateEventIsFoldedAtItsPosition_andLiveWatchersAreToldWhatItChanged() {
        shop.deliverOne(event("order-placed", "user/456", "09:30:00", "o",
                Map.of("order_id", "789", "user_id", "456")));
        shop.deliverOne(added("124", "456", "10:00:00", "b"));
        var told = shop.watch("user/456");
        shop.deliverOne(added("123", "456", "09:45:00", "a"));
        assertThat(shop.state("user/456").get(CART)).contains(Map.of("123", 1L, "124", 1L));
        assertThat(shop.state("user/456").get(LAST_PRODUCT_ADDED)).contains("124");
        assertThat(told).containsExactly("product-added-to-cart", SystemEvent.CORRECTED, SystemEvent.STATE);
        assertThat(shop.publishedTypes()).doesNotContain(SystemEvent.CORRECTED);
        assertThat(shop.counted("cartwright.events.late")).isEqualTo(1);
    }

    @Test
    void lateEventBeforeAnOrderChangesNothingNow_andNobodyIsToldSo() {
        shop.deliverOne(event("order-placed", "user/456", "09:30:00", "o",
                Map.of("order_id", "789", "user_id", "456")));
        shop.deliverOne(added("124", "456", "10:00:00", "b"));
        var told = shop.watch("user/456");
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        assertThat(shop.state("user/456").get(CART)).contains(Map.of("124", 1L));
        assertThat(told).containsExactly("product-added-to-cart", SystemEvent.STATE);
    }

    @Test
    void lateEventOfAnOrderFreeTypeIsAppliedWithoutReadingTheHistory() {
        var demanded = List.of("09:00:03", "09:00:01", "09:00:02").stream()
                .map(time -> event("product-demanded", "product/123", time, time.replace(":", ""),
                        Map.of("product_id", "123", "quantity", 1))).toList();
        demanded.forEach(shop::deliverOne);
        assertThat(shop.state("product/123").get(TIMES_ADDED)).contains(3L);
        assertThat(shop.counted("cartwright.refolds")).as("the first, of an absent key").isEqualTo(1);
        assertThat(shop.counted("cartwright.replays")).as("of a history").isZero();
    }

    @Test
    void eventThatWasWrittenButNotPublishedIsPublishedWhenItComesAgain() {
        var event = added("123", "456", "09:00:00", "a");
        writeAndDie(event);
        assertThat(shop.deliverOne(event)).isEqualTo(Outcome.APPLIED);
        assertThat(shop.publishedTypes()).containsExactly("product-demanded");
    }

    @Test
    void whatADeadInstanceLeftUnpublishedGoesOutWithTheNextFold() {
        writeAndDie(added("123", "456", "09:00:00", "a"));
        shop.deliverOne(added("124", "456", "10:00:00", "b"));
        assertThat(shop.publishedTypes()).containsExactly("product-demanded", "product-demanded");
    }

    private void writeAndDie(CloudEvent event) {
        var read = shop.runtime.events().read(event);
        var recorded = Recorded.of(shop.runtime.engine().decide(State.EMPTY, read));
        shop.log.append(List.of(new EventLog.Append(new RowKey(event.getSubject(), read.position()), event, recorded,
                false)), List.of());
    }

    @Test
    void flushedCacheIsFoldedFromTheLog() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        shop.cache.flush();
        shop.deliverOne(added("124", "456", "10:00:00", "b"));
        assertThat(shop.state("user/456").get(CART)).contains(Map.of("123", 1L, "124", 1L));
        assertThat(shop.counted("cartwright.replays")).isEqualTo(1);
    }

    @Test
    void historyThatAnEventComesLateToIsFoldedAgain() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        shop.deliverOne(added("124", "456", "11:00:00", "b"));
        assertThat(shop.counted("cartwright.replays")).isZero();
        shop.deliverOne(added("125", "456", "10:00:00", "c"));
        assertThat(shop.counted("cartwright.replays")).isEqualTo(1);
    }

    @Test
    void stateThatWasFoldedAfterALossIsConfirmedOnce_whenNobodyCanStillWriteWhatWasLost() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        assertThat(shop.counted("cartwright.refolds")).isEqualTo(1);
        for (var id : List.of("b", "c", "d")) {
            shop.passes(Duration.ofSeconds(11));
            shop.deliverOne(added("123", "456", "10:00:00", id));
        }
        assertThat(shop.counted("cartwright.refolds")).isEqualTo(2);
        assertThat(shop.counted("cartwright.replays")).as("of what was confirmed only").isZero();
    }

    @Test
    void unknownTypeIsKeptAndChangesNothing() {
        assertThat(shop.deliverOne(event("page-viewed", "user/456", "09:00:00", "a", Map.of()))).isEqualTo(Outcome.APPLIED);
        assertThat(shop.state("user/456").version()).isEqualTo(1);
        assertThat(shop.state("user/456").properties()).isEmpty();
    }

    @Test
    void eventThatCanNeverSucceedBecomesADeadLetter_andLaterOnesGoOn() {
        var unreadable = event("product-added-to-cart", "user/456", "09:00:00", "a", Map.of("quantity", List.of()));
        assertThat(shop.deliver(unreadable, added("124", "456", "10:00:00", "b"))).extracting(CompletableFuture::join)
                .containsExactly(Outcome.DEAD_LETTERED, Outcome.APPLIED);
        assertThat(shop.publishedTypes()).containsExactlyInAnyOrder("event-dead-lettered", "product-demanded");
    }

    @Test
    void stateOfNewerRulesIsLeftAlone() {
        serve(new RuleSetVersion(6, "six"));
        assertThat(shop.deliver(added("124", "456", "10:00:00", "b")).get(0)).failsWithin(Duration.ZERO)
                .withThrowableThat().havingCause().isInstanceOfSatisfying(Unavailable.class,
                        away -> assertThat(away.reason()).isEqualTo(Unavailable.Reason.OTHER_RULES));
        assertThat(shop.log.newest("user/456", null, 10)).hasSize(1);
    }

    @Test
    void stateOfOlderRulesIsFoldedAgain() {
        serve(new RuleSetVersion(4, "four"));
        double before = shop.counted("cartwright.refolds");
        assertThat(shop.deliverOne(added("124", "456", "10:00:00", "b"))).isEqualTo(Outcome.APPLIED);
        assertThat(shop.counted("cartwright.refolds")).isEqualTo(before + 1);
        assertThat(shop.counted("cartwright.replays")).isEqualTo(1);
        assertThat(shop.state("user/456").version()).isEqualTo(2);
    }

    private void serve(RuleSetVersion other) {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        var registrant = new SubjectStore.Registrant(other, Duration.ofSeconds(10));
        var loaded = shop.cache.load(List.of(new SubjectStore.Load("user/456", List.of())), registrant).get(0);
        var snapshot = loaded.snapshot().orElseThrow();
        shop.cache.compareAndSet(List.of(new SubjectStore.Change("user/456", loaded.token(),
                new Snapshot(snapshot.state(), other, loaded.runId()), List.of(), false)));
    }
}
