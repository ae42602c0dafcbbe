package dev.cartwright.shop.cart;

import static dev.cartwright.shop.cart.Cart.CART;
import static dev.cartwright.shop.testing.ShopScenario.guestSignedIn;
import static dev.cartwright.shop.testing.ShopScenario.productAdded;
import static dev.cartwright.shop.testing.ShopScenario.productRemoved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.rules.Causality;
import dev.cartwright.rules.Engine;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Position;
import dev.cartwright.rules.testing.Happening;
import dev.cartwright.shop.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random mornings of a guest in several tabs, with several sign-ins, whose events come in any order and again: each is
 * decided once, on the log as it is then, and what was decided never changes.
 */
class RandomGuestsTest {

    private static final Engine ENGINE = new Engine(Shop.rules(), 32);
    private static final int MORNINGS = 300;

    /** The guest's log and the user's. */
    private final Map<Position, Event<?>> guest = new TreeMap<>();
    private final Map<Position, Event<?>> user = new TreeMap<>();

    private static List<Happening> morning(Random random) {
        List<Happening> happenings = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            var product = "" + random.nextInt(3);
            happenings.add(switch (random.nextInt(6)) {
                case 0 -> guestSignedIn("guest-1", "456");
                case 1, 2 -> productRemoved(product).pieces(1 + random.nextInt(3)).by("guest-1");
                default -> productAdded(product).pieces(1 + random.nextInt(3)).by("guest-1");
            });
        }
        return happenings;
    }

    @Test
    void inOrderTheUserHasTheGuestsCartAtOnce() {
        forRandomMornings((events, random) -> {
            events.add(event(guestSignedIn("guest-1", "456"), events.size() + 1));
            events.forEach(this::decide);
        });
    }

    @Test
    void inAnyOrderTheUserHasTheGuestsCartWhenTheGuestSignsInAgain() {
        forRandomMornings((events, random) -> {
            var shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, 5));
            Collections.shuffle(shuffled, random);
            shuffled.forEach(this::decide);
            decide(event(guestSignedIn("guest-1", "456"), events.size() + 1));
        });
    }

    private interface Delivery {
        void of(List<Event<Object>> events, Random random);
    }

    private void forRandomMornings(Delivery delivery) {
        long firstSeed = new Random().nextInt(Integer.MAX_VALUE);
        for (long seed = firstSeed; seed < firstSeed + MORNINGS; seed++) {
            guest.clear();
            user.clear();
            var random = new Random(seed);
            var happenings = morning(random);
            List<Event<Object>> events = new ArrayList<>();
            happenings.forEach(happening -> events.add(event(happening, events.size() + 1)));
            delivery.of(events, random);
            assertThat(ENGINE.fold(user.values()).get(CART)).as("seed %d", seed).contains(cart(happenings));
        }
    }

    private static Event<Object> event(Happening happening, int index) {
        return happening.in(Shop.events(), index);
    }

    private void decide(Event<?> event) {
        if (guest.putIfAbsent(event.position(), event) == null) {
            var before = guest.values().stream().takeWhile(other -> other != event).toList();
            ENGINE.decide(ENGINE.fold(before), event).followUps().stream()
                    .filter(followUp -> followUp.subject().equals("user/456"))
                    .map(followUp -> new Event<>(followUp.type(), "/functions", followUp.id(), followUp.subject(),
                            followUp.time(event.time()), Shop.events().read(followUp.type(), followUp.data()),
                            new Causality(null, null, 1, null, null)))
                    .forEach(merge -> user.put(merge.position(), merge));
        }
    }

    /** As if the guest had never signed in. */
    private static Map<String, Long> cart(List<Happening> happenings) {
        List<Event<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < happenings.size(); i++) {
            if (!happenings.get(i).type().equals("guest-signed-in")) {
                clicks.add(event(happenings.get(i), i + 1));
            }
        }
        return ENGINE.fold(clicks).get(CART).orElse(Map.of());
    }
}
