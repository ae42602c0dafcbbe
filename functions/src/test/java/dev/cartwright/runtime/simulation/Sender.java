package dev.cartwright.runtime.simulation;

import dev.cartwright.runtime.Incoming;
import dev.cartwright.runtime.Outcome;
import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The world outside: delivers events to any instance, in any order, some twice, again until they are acknowledged
 * (unless it gives up), replaces crashed instances, and has accidents happen to the cache.
 */
final class Sender {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration STORM = Duration.ofSeconds(60);

    private record Delivery(CloudEvent event, Instance to, CompletableFuture<Outcome> answer, long sentAt) {}

    private final World world;
    private final Audit audit;
    private final List<CloudEvent> toSend = new ArrayList<>();
    private final List<Delivery> underway = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<Runnable> replicas = new ArrayList<>();
    private int followedUp;

    Sender(World world, Audit audit, List<CloudEvent> events) {
        this.world = world;
        this.audit = audit;
        for (var event : events) {
            toSend.addAll(Collections.nCopies(1 + world.simulator.random.nextInt(2), event));
        }
        Collections.shuffle(toSend, world.simulator.random);
        int count = 2 + world.simulator.random.nextInt(3);
        for (int i = 0; i < count; i++) {
            instances.add(world.startInstance(world.version()));
        }
    }

    void run() {
        while (!toSend.isEmpty() || !underway.isEmpty()) {
            if (world.simulator.now() > STORM.toNanos()) {
                world.calls.calm();
                world.retireOldRules();
            }
            replaceCrashed();
            deploy();
            collect();
            takeFollowUps();
            send();
            haveAccidents();
            world.simulator.pause(world.simulator.upTo(Duration.ofSeconds(1)));
        }
    }

    private void replaceCrashed() {
        instances.replaceAll(instance -> instance.isAlive() ? instance : world.startInstance(world.version()));
    }

    /** Instances with old rules are replaced one by one; what they have begun goes on for a while. */
    private void deploy() {
        if (world.isDeploying() && world.simulator.chance(0.2)) {
            instances.set(world.simulator.random.nextInt(instances.size()), world.startInstance(World.RULES));
        }
    }

    private void collect() {
        for (Iterator<Delivery> each = underway.iterator(); each.hasNext();) {
            var delivery = each.next();
            if (delivery.answer().isDone() && !delivery.answer().isCompletedExceptionally()) {
                audit.acknowledged(delivery.event());
                each.remove();
            } else if (delivery.answer().isDone() || !delivery.to().isAlive() || isOverdue(delivery)) {
                if (!world.simulator.chance(world.calls.faults().givesUp())) {
                    toSend.add(delivery.event());
                }
                each.remove();
            }
        }
    }

    private boolean isOverdue(Delivery delivery) {
        return world.simulator.now() - delivery.sentAt() > PATIENCE.toNanos();
    }

    private void takeFollowUps() {
        var published = world.broker.published();
        for (; followedUp < published.size(); followedUp++) {
            if (published.get(followedUp).group() != null) {
                toSend.add(published.get(followedUp).event());
            }
        }
    }

    private void send() {
        int count = Math.min(toSend.size(), world.simulator.random.nextInt(5));
        var to = instances.get(world.simulator.random.nextInt(instances.size()));
        for (int i = 0; i < count && to.isAlive(); i++) {
            var event = toSend.remove(world.simulator.random.nextInt(toSend.size()));
            var answer = to.lane.offer(new Incoming(event, world.events.read(event)));
            underway.add(new Delivery(event, to, answer, world.simulator.now()));
        }
    }

    private void haveAccidents() {
        if (!world.simulator.chance(world.calls.faults().cacheAccident())) {
            return;
        }
        switch (world.simulator.random.nextInt(5)) {
            case 0 -> world.store.flush();
            case 1, 2 -> replicas.add(world.store.snapshot());
            case 3 -> {
                var subjects = world.log.subjects();
                if (!subjects.isEmpty()) {
                    world.store.evict(subjects.get(world.simulator.random.nextInt(subjects.size())));
                }
            }
            default -> {
                if (!replicas.isEmpty()) {
                    replicas.get(world.simulator.random.nextInt(replicas.size())).run();
                }
            }
        }
    }
}
