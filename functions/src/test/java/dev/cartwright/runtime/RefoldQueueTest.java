package dev.cartwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefoldQueueTest {

    private final Deque<Runnable> beside = new ArrayDeque<>();
    private final List<List<String>> folds = new ArrayList<>();
    private final RefoldQueue queue = new RefoldQueue(beside::addLast, 2, works -> folds.add(subjects(works)));

    @Test
    void foldsAllThatWaitAtOnce() {
        queue.add(works("user/1", "user/2"));
        queue.add(works("user/3"));

        runAll();

        assertThat(folds).containsExactly(List.of("user/1", "user/2", "user/3"));
    }

    @Test
    void foldsWhatComesLater() {
        queue.add(works("user/1"));
        runAll();
        queue.add(works("user/2"));
        runAll();

        assertThat(folds).containsExactly(List.of("user/1"), List.of("user/2"));
    }

    @Test
    void letsAnotherFoldGoAheadOfALongOne() {
        queue.add(works("user/long"));
        queue.add(works("user/short"));
        queue.add(works("user/other"));

        assertThat(beside).hasSize(2);
    }

    @Test
    void foldsABoundedNumberAndGivesWayToOtherLanes() {
        queue.add(IntStream.range(0, 300).mapToObj(i -> new Work("user/" + i)).toList());

        beside.removeFirst().run();

        assertThat(folds).singleElement().satisfies(fold -> assertThat(fold).hasSize(256));
        assertThat(beside).hasSize(1);
        runAll();
        assertThat(folds).hasSize(2);
    }

    @Test
    void saysWhereNothingIsFoldedAnyMore() {
        var ended = new RefoldQueue(task -> {
            throw new RejectedExecutionException();
        }, 2, works -> { });

        assertThatThrownBy(() -> ended.add(works("user/1"))).isInstanceOf(RejectedExecutionException.class);
    }

    private void runAll() {
        while (!beside.isEmpty()) {
            beside.removeFirst().run();
        }
    }

    private static List<Work> works(String... subjects) {
        return Stream.of(subjects).map(Work::new).toList();
    }

    private static List<String> subjects(List<Work> works) {
        return works.stream().map(work -> work.subject).toList();
    }
}
