package dev.cartwright.local.broker;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;

/** Decides what is sent when and what an answer means; runs on one event loop only. */
final class Dispatch {
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    private final Vertx vertx;
    private final Courier courier;
    private final Acknowledger acknowledger;
    private final Backoff backoff;
    private final Gate gate;
    private final SubjectQueues queues = new SubjectQueues();
    private volatile int underWay;
    private volatile Counts counts = Counts.NONE;
    private volatile boolean stopped;

    Dispatch(Vertx vertx, DispatcherOptions options, Acknowledger acknowledger) {
        this.vertx = vertx;
        this.acknowledger = acknowledger;
        this.backoff = options.backoff();
        this.courier = new Courier(vertx, options.functions(), options.limits());
        this.gate = new Gate(vertx, options.limits().inFlight(), this::pump);
    }

    void accept(List<Delivery> deliveries) {
        for (var delivery : deliveries) {
            if (delivery.hasSubscriber()) {
                queues.add(delivery);
            } else {
                counts = counts.plusUnsubscribed();
                acknowledger.add(delivery);
            }
        }
        pump();
    }

    Counts counts() {
        return counts;
    }

    void stop() {
        stopped = true;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    private void pump() {
        while (!stopped && gate.lets(underWay)) {
            var queue = queues.next();
            if (queue == null) {
                return;
            }
            send(queue, queue.head());
        }
    }

    private void send(SubjectQueue queue, List<Delivery> parcel) {
        underWay++;
        counts = counts.plusRequest();
        parcel.forEach(Delivery::attempted);
        courier.post(parcel).onComplete(result -> {
            underWay--;
            settle(queue, parcel, result);
            pump();
        });
    }

    private void settle(SubjectQueue queue, List<Delivery> parcel, AsyncResult<Answer> result) {
        if (result.succeeded()) {
            gate.answered();
            answered(queue, parcel, result.result());
        } else if (result.cause() instanceof ConnectException) {
            gate.unreachable(result.cause());
            queues.release(queue);
        } else {
            LOG.log(Level.DEBUG, "No answer", result.cause());
            retry(queue, parcel.size(), 0);
        }
    }

    private void answered(SubjectQueue queue, List<Delivery> parcel, Answer answer) {
        if (parcel.size() > 1 && Verdict.of(answer.status()) == Verdict.REFUSED) {
            queue.oneByOne(parcel.size());
            queues.release(queue);
            return;
        }
        var left = leftOf(parcel, answer);
        queue.settle(parcel.size(), left);
        if (left.isEmpty()) {
            queues.release(queue);
        } else {
            retry(queue, left.size(), answer.retryAfterMillis());
        }
    }

    private List<Delivery> leftOf(List<Delivery> parcel, Answer answer) {
        var statuses = answer.statuses(parcel.size());
        var left = new ArrayList<Delivery>(0);
        for (int i = 0; i < statuses.length; i++) {
            var delivery = parcel.get(i);
            switch (Verdict.of(statuses[i])) {
                case ACCEPTED -> accepted(delivery);
                case REFUSED -> refused(delivery, statuses[i], answer);
                case RETRY -> left.add(delivery);
            }
        }
        return left;
    }

    private void accepted(Delivery delivery) {
        counts = counts.plusDelivered();
        acknowledger.add(delivery);
    }

    // why: the functions dead-letter what can never succeed and answer 2xx; this request they did not understand.
    private void refused(Delivery delivery, int status, Answer answer) {
        LOG.log(Level.ERROR, "Given up, answered {0}: {1} {2}", status, delivery, answer.body());
        counts = counts.plusRefused();
        acknowledger.add(delivery);
    }

    private void retry(SubjectQueue queue, int events, long atLeastMillis) {
        counts = counts.plusRetried(events);
        long wait = Math.max(atLeastMillis, backoff.millis(queue.failed()));
        vertx.setTimer(wait, timer -> {
            queues.release(queue);
            pump();
        });
    }
}
