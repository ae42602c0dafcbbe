package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestampsTest {

    private final Shopfloor shop = new Shopfloor();

    @Test
    void sameIdAtAnEarlierTimeIsCounted() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        assertThat(restamped()).isZero();
        assertThat(shop.deliverOne(added("123", "456", "08:00:00", "a"))).isEqualTo(Outcome.APPLIED);
        assertThat(restamped()).isOne();
        assertThat(shop.state("user/456").version()).isEqualTo(2);
    }

    @Test
    void sameIdAtALaterTimeIsCountedWhereTheHistoryIsFolded() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        shop.cache.flush();
        shop.deliverOne(added("123", "456", "10:00:00", "a"));
        assertThat(restamped()).isOne();
    }

    @Test
    void twoTimesInOneBatchAreOneMoreThanTheFirst() {
        shop.deliver(added("123", "456", "09:00:00", "a"), added("123", "456", "09:00:01", "a"));
        assertThat(restamped()).isOne();
    }

    @Test
    void sameDeliveryAgainIsADuplicate_notAnotherEvent() {
        shop.deliverOne(added("123", "456", "09:00:00", "a"));
        shop.deliverOne(added("123", "456", "08:00:00", "b"));
        shop.cache.flush();
        shop.deliver(added("123", "456", "09:00:00", "a"), added("123", "456", "08:00:00", "b"));
        assertThat(restamped()).isZero();
    }

    @Test
    void sameIdOfAnotherShopperIsNobodysConcern() {
        shop.deliver(added("123", "456", "09:00:00", "a"), added("123", "457", "08:00:00", "a"));
        assertThat(restamped()).isZero();
    }

    private double restamped() {
        return shop.counted("cartwright.events.restamped");
    }
}
