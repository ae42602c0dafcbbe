package dev.cartwright.runtime;

import static dev.cartwright.runtime.Shopfloor.added;
import static dev.cartwright.runtime.Shopfloor.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.runtime.Publisher.Publication;
import io.cloudevents.CloudEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sender may take a follow-up as its answer; the answer may get lost, the follow-up may not. */
class ReplyTest {

    private static final CloudEvent ADDED = added("123", "456", "09:00:00", "a");

    private final Shopfloor shop = new Shopfloor();

    @Test
    void onlyFollowUpIsTheAnswer_andIsNotPublished() {
        var reply = answer(ADDED).orElseThrow();
        assertThat(reply.event().getType()).isEqualTo("product-demanded");
        assertThat(reply.group()).isEqualTo("product");
        assertThat(shop.publishedTypes()).isEmpty();
    }

    @Test
    void deliveryThatComesAgainGetsTheSameAnswer() {
        var first = answer(ADDED);
        assertThat(answer(ADDED)).isEqualTo(first);
        shop.cache.flush();
        assertThat(answer(ADDED)).isEqualTo(first);
        assertThat(shop.state("user/456").version()).isEqualTo(1);
    }

    @Test
    void twinsGetTheSameAnswer() {
        var replies = shop.deliverForReply(ADDED, ADDED);
        assertThat(replies.get(0)).isPresent();
        assertThat(replies.get(1)).isEqualTo(replies.get(0));
        var again = shop.deliverForReply(ADDED, ADDED);
        assertThat(again.get(0)).isPresent();
        assertThat(again.get(1)).isEqualTo(again.get(0));
    }

    @Test
    void answerThatWasNotWrittenIsPublishedWithTheNextFold_once() {
        var lost = answer(ADDED).orElseThrow();
        for (var time : new String[] {"10:00:00", "11:00:00"}) {
            shop.cache.flush();
            shop.deliverForReply(added("124", "456", time, time));
        }
        assertThat(shop.broker.published()).extracting(publication -> publication.event().getId())
                .filteredOn(lost.event().getId()::equals).hasSize(1);
    }

    @Test
    void answerThatWasWrittenIsPublishedByNoFold_butComesAgainWithTheEvent() {
        var first = shop.deliverForReply(ADDED).get(0).orElseThrow();
        first.written().run();
        shop.lane.runOnce();
        shop.cache.flush();
        shop.deliverForReply(added("124", "456", "10:00:00", "b"));
        shop.cache.flush();
        shop.deliverForReply(added("125", "456", "11:00:00", "c")).get(0).orElseThrow().written().run();
        assertThat(shop.broker.published()).extracting(publication -> publication.event().getId())
                .doesNotContain(first.publication().event().getId());
        assertThat(answer(ADDED)).contains(first.publication());
    }

    @Test
    void deliveryThatTakesNoAnswerHasItPublished_once() {
        shop.deliverForReply(ADDED);
        shop.deliverOne(ADDED);
        shop.deliverOne(ADDED);
        assertThat(shop.publishedTypes()).containsExactly("product-demanded");
        assertThat(answer(ADDED)).isPresent();
        assertThat(shop.publishedTypes()).hasSize(1);
    }

    @Test
    void eventWithoutAFollowUpHasNoAnswer_andIsDone() {
        var removed = event("product-removed-from-cart", "user/456", "09:00:00", "r",
                Map.of("product_id", "123", "user_id", "456"));
        assertThat(shop.deliverForReply(removed).get(0)).isEmpty();
        assertThat(shop.log.newest("user/456", null, 1)).isNotEmpty().allMatch(LogRow::published);
    }

    private Optional<Publication> answer(CloudEvent event) {
        return shop.deliverForReply(event).get(0).map(Reply::publication);
    }
}
