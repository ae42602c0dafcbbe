package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cartwright.runtime.Publisher.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the broker does not take fails those whose it is, and nobody else. */
class FailingBrokerTest {

    private final Shopfloor shop = new Shopfloor();

    @Test
    void followUpThatDoesNotGoOutFailsItsOwnCauseAlone_untilItDoes() {
        shop.broker.failing(publication -> isOf(publication, "product/666") ? away() : null);
        var good = added("123", "456", "09:00:00", "a");
        var bad = added("666", "457", "09:00:00", "b");
        var outcomes = shop.deliver(good, bad);
        assertThat(outcomes.get(0)).isCompletedWithValue(Outcome.APPLIED);
        assertThatThrownBy(outcomes.get(1)::join).hasCauseInstanceOf(Unavailable.class);

        shop.broker.failing(publication -> null);
        assertThat(shop.deliverOne(good)).isEqualTo(Outcome.DUPLICATE);
        assertThat(shop.deliverOne(bad)).isEqualTo(Outcome.APPLIED);
        assertThat(products()).containsExactly("product/123", "product/666");
    }

    @Test
    void eventThatFailsDoesNotFailTheNextOfItsSubject() {
        shop.broker.failing(publication -> isOf(publication, "product/666") ? away() : null);
        var outcomes = shop.deliver(added("666", "456", "09:00:00", "a"), added("123", "456", "10:00:00", "b"));
        assertThat(outcomes.get(0)).isCompletedExceptionally();
        assertThat(outcomes.get(1)).isCompletedWithValue(Outcome.APPLIED);
    }

    @Test
    void manyRowsThatNobodyPublishedGoOutBitByBit_howeverFewTheBrokerTakesAtATime() {
        shop.broker.failing(publication -> away());
        IntStream.range(0, 30).forEach(i -> shop.deliver(added("" + i, "456", "09:00:" + (10 + i), "" + i)));
        shop.cache.flush();
        var last = added("99", "456", "10:00:00", "last");
        for (int tries = 0; tries < 4; tries++) {
            takes(10);
            shop.deliver(last);
        }
        assertThat(products()).hasSize(31).doesNotHaveDuplicates();
        assertThat(shop.deliverOne(last)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void readerOfASubjectWhoseFollowUpsDoNotGoOutIsNotHeldUp() {
        shop.broker.failing(publication -> away());
        shop.deliver(added("123", "456", "09:00:00", "a"));
        shop.cache.flush();
        assertThat(shop.state("user/456").version()).isEqualTo(1);
    }

    @Test
    void whatTheBrokerNeverTakesIsADeadLetter_onceItIsKept() {
        var kept = new ArrayList<String>();
        var report = new DeadLetterReport(shop.runtime.meters());
        var publisher = new DeadLetteringPublisher(shop.broker,
                (event, reason) -> kept.add(event.getId() + ": " + reason), report);
        var some = List.of(new Publication(added("123", "456", "09:00:00", "a"), "cart"),
                new Publication(added("666", "456", "09:00:00", "b"), "cart"));
        shop.broker.failing(publication -> publication.event().getId().equals("b") ? new Refused("too large") : null);
        publisher.publish(some);
        assertThat(kept).containsExactly("b: too large");
        assertThat(shop.broker.published()).containsExactly(some.get(0));

        var whereLettersAreAway = new DeadLetteringPublisher(shop.broker, (event, reason) -> {
            throw away();
        }, report);
        assertThatThrownBy(() -> whereLettersAreAway.publish(some)).isInstanceOfSatisfying(NotAllPublished.class,
                e -> assertThat(e.failures().get(1)).isInstanceOf(Unavailable.class));
    }

    private void takes(int count) {
        int end = shop.broker.published().size() + count;
        shop.broker.failing(publication -> shop.broker.published().size() < end ? null : away());
    }

    private List<String> products() {
        return shop.broker.published().stream().map(publication -> publication.event().getSubject()).toList();
    }

    private static boolean isOf(Publication publication, String subject) {
        return publication.event().getSubject().equals(subject);
    }

    private static Unavailable away() {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, "away");
    }
}
