package dev.cartwright.operations;

import dev.cartwright.operations.InstanceEvent.HealthSampled;
import dev.cartwright.operations.ServiceEvent.SubjectsReplayed;
import dev.cartwright.rules.Event;
import dev.cartwright.rules.Rfc3339;
import dev.cartwright.rules.Subject;
import java.util.List;

/**
 * Many subjects that an instance folds again from their logs, one after the other: the cache was lost, rules are new,
 * or many events came late. Some are folded all day; it begins with many of them, and ends once there were few for a
 * while.
 *
 * @param since the first sample of it; as until the last
 * @param calm how many samples in a row told of few
 */
record Wave(String since, String until, long subjects, long calm) {

    private static final long MANY = 50;
    private static final long FEW = 10;
    private static final int OVER_AFTER = 3;

    /** Null where there is none. */
    static Wave next(Event<? extends HealthSampled> event, Subject instance) {
        var before = instance.get(Instance.WAVE).filter(wave -> !wave.isOver()).orElse(null);
        var time = Rfc3339.format(event.time());
        long news = event.data().replays() == null ? 0 : event.data().replays();
        if (before == null) {
            return news >= MANY ? new Wave(time, time, news, 0) : null;
        }
        return news >= FEW ? new Wave(before.since, time, before.subjects + news, 0)
                : new Wave(before.since, before.until, before.subjects + news, before.calm + 1);
    }

    /** After a sample that ended it. */
    static List<SubjectsReplayed> ended(HealthSampled sample, Subject instance) {
        return instance.get(Instance.WAVE).filter(Wave::isOver).map(wave -> wave.told(sample)).stream().toList();
    }

    /** Whatever there is of an instance that tells no more. */
    static List<SubjectsReplayed> cutShort(InstanceEvent last, Subject instance) {
        return instance.get(Instance.WAVE).filter(wave -> !wave.isOver()).map(wave -> wave.told(last)).stream()
                .toList();
    }

    private SubjectsReplayed told(InstanceEvent event) {
        return new SubjectsReplayed(event.service(), event.instance(), since, until, subjects);
    }

    private boolean isOver() {
        return calm >= OVER_AFTER;
    }
}
