package dev.cartwright.testing;

import static dev.cartwright.testing.LogSamples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cartwright.rules.Position;
import dev.cartwright.rules.State;
import dev.cartwright.runtime.Loaded;
import dev.cartwright.runtime.RuleSetVersion;
import dev.cartwright.runtime.Snapshot;
import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.runtime.SubjectStore.Change;
import dev.cartwright.runtime.SubjectStore.Load;
import dev.cartwright.runtime.SubjectStore.Registrant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of subjects promises. */
public abstract class SubjectStoreContract {

    protected static final RuleSetVersion RULES = new RuleSetVersion(1, "hash");

    public static final Registrant REGISTRANT = new Registrant(RULES, Duration.ofSeconds(10));

    protected final String subject = "user/" + UUID.randomUUID();
    protected final Position first = Position.of(NINE, "1", "/a");
    protected final Position second = Position.of(NINE, "2", "/a b");

    protected abstract SubjectStore store();

    /** Loses the key of the subject. */
    protected abstract void evict(String subject);

    @Test
    void absent_subject_has_no_snapshot_but_a_token() {
        var loaded = load();
        assertThat(loaded.snapshot()).isEmpty();
        assertThat(loaded.token()).isNotEmpty();
        assertThat(loaded.runId()).isNotEmpty();
        assertThat(loaded.pending()).isEmpty();
    }

    @Test
    void placeholder_keeps_its_token() {
        assertThat(load().token()).isEqualTo(load().token());
    }

    @Test
    void state_is_loaded_as_it_was_set() {
        var properties = Map.<String, Object>of("text", "ä\uD83D\uDED2\n\"", "number", 42L, "exact",
                new BigDecimal("19.90"), "truth", true, "cart", Map.of("123", 2L, "#", List.of(1L, "x")));
        var state = new State(properties, second, 7, Map.of("text", first.key()));
        var loaded = load();
        var snapshot = new Snapshot(state, new RuleSetVersion(1_700_000_000, "ab12"), loaded.runId());
        assertThat(set(loaded, snapshot)).isTrue();
        assertThat(load().snapshot()).contains(snapshot);
    }

    @Test
    void null_within_a_property_stays() {
        var nulls = new java.util.HashMap<String, Object>();
        nulls.put("old", null);
        set(load(), version(1, Map.of("change", nulls)));
        assertThat(load().snapshot().orElseThrow().state().properties()).isEqualTo(Map.of("change", nulls));
    }

    @Test
    void snapshot_carries_the_run_that_it_was_written_under() {
        var loaded = load();
        set(loaded, new Snapshot(State.EMPTY, RULES, "an earlier run"));
        assertThat(load().snapshot().orElseThrow().runId()).isEqualTo("an earlier run");
        assertThat(load().runId()).isEqualTo(loaded.runId());
    }

    @Test
    void setting_changes_the_token() {
        var before = load();
        set(before, version(1));
        assertThat(load().token()).isNotEqualTo(before.token());
    }

    @Test
    void only_the_first_of_two_with_one_token_sets() {
        var loaded = load();
        assertThat(set(loaded, version(1))).isTrue();
        assertThat(set(loaded, version(2))).isFalse();
        assertThat(load().snapshot()).contains(version(1));
    }

    @Test
    void only_one_of_many_at_once_sets() {
        var loaded = load();
        var won = IntStream.range(0, 16).parallel().filter(i -> set(loaded, version(i))).count();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void compare_and_set_never_matches_absent() {
        var loaded = load();
        evict(subject);
        assertThat(set(loaded, version(1))).isFalse();
        assertThat(load().snapshot()).isEmpty();
    }

    @Test
    void evicted_subject_gets_another_token() {
        var before = load();
        set(before, version(1));
        evict(subject);
        var after = load();
        assertThat(after.snapshot()).isEmpty();
        assertThat(after.token()).isNotEqualTo(before.token());
        assertThat(set(after, version(2))).isTrue();
    }

    @Test
    void pending_positions_are_seen_by_the_next_load_only() {
        assertThat(load(first, second).pending()).isEmpty();
        assertThat(load().pending()).containsOnlyKeys(first, second);
        assertThat(load(first).pending()).containsOnlyKeys(first, second);
    }

    @Test
    void pending_positions_age() {
        load(first);
        awaitAge(first);
        load(second);
        var pending = load().pending();
        assertThat(pending.get(first).age()).isBetween(Duration.ofMillis(25), Duration.ofSeconds(10));
        assertThat(pending.get(second).age()).isLessThan(pending.get(first).age());
    }

    @Test
    void registering_again_makes_a_position_young() {
        load(first, second);
        awaitAge(first);
        assertThat(load(first).pending().get(first).age()).isGreaterThanOrEqualTo(Duration.ofMillis(25));
        var pending = load().pending();
        assertThat(pending.get(first).age()).isLessThan(pending.get(second).age());
    }

    @Test
    void older_rules_register_nothing_beside_newer_ones() {
        var newer = new Registrant(new RuleSetVersion(2, "newer"), REGISTRANT.pendingTimeout());
        store().load(List.of(new Load(subject, List.of(first))), newer);
        assertThat(load(second).pending().get(first).rules()).isEqualTo(newer.rules());
        assertThat(load().pending()).containsOnlyKeys(first);
    }

    @Test
    void newer_rules_register_beside_older_ones() {
        load(first);
        var newer = new Registrant(new RuleSetVersion(2, "newer"), REGISTRANT.pendingTimeout());
        store().load(List.of(new Load(subject, List.of(second))), newer);
        assertThat(load().pending()).containsOnlyKeys(first, second);
    }

    private void awaitAge(Position position) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (load().pending().get(position).age().compareTo(Duration.ofMillis(25)) < 0) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void setting_settles_the_positions_that_it_names() {
        var loaded = load(first, second);
        store().compareAndSet(List.of(new Change(subject, loaded.token(), version(1), List.of(first), false)));
        assertThat(load().pending()).containsOnlyKeys(second);
    }

    @Test
    void setting_a_state_that_was_lost_leaves_a_mark_for_lost_positions() {
        var loaded = load();
        store().compareAndSet(List.of(new Change(subject, loaded.token(), version(1), List.of(), true)));
        assertThat(load().pending()).containsOnlyKeys(SubjectStore.LOST);
        store().compareAndSet(List.of(
                new Change(subject, load().token(), version(1), List.of(SubjectStore.LOST), false)));
        assertThat(load().pending()).isEmpty();
    }

    @Test
    void setting_in_vain_settles_nothing() {
        var loaded = load(first);
        set(loaded, version(1));
        store().compareAndSet(List.of(new Change(subject, loaded.token(), version(2), List.of(first), false)));
        assertThat(load().pending()).containsOnlyKeys(first);
    }

    @Test
    void answers_are_in_order() {
        var names = IntStream.range(0, 300).mapToObj(i -> subject + i).toList();
        var loaded = store().load(names.stream().map(name -> new Load(name, List.of())).toList(), REGISTRANT);
        assertThat(loaded).extracting(Loaded::token).doesNotHaveDuplicates();
        var changes = IntStream.range(0, 300).mapToObj(i -> new Change(names.get(i),
                i % 3 == 0 ? "another" : loaded.get(i).token(), version(i), List.of(), false)).toList();
        var set = store().compareAndSet(changes);
        assertThat(set).isEqualTo(IntStream.range(0, 300).mapToObj(i -> i % 3 != 0).toList());
        var again = store().load(names.stream().map(name -> new Load(name, List.of())).toList(), REGISTRANT);
        assertThat(again.get(7).snapshot()).contains(version(7));
        assertThat(again.get(9).snapshot()).isEmpty();
    }

    @Test
    void nothing_to_do_is_nothing_done() {
        assertThat(store().load(List.of(), REGISTRANT)).isEmpty();
        assertThat(store().compareAndSet(List.of())).isEmpty();
    }

    @Test
    void odd_subjects_keep_apart() {
        var names = List.of(subject + "}", "{" + subject, subject + " ", subject + "ü", subject + "\n");
        names.forEach(name -> {
            var loaded = store().load(List.of(new Load(name, List.of())), REGISTRANT).get(0);
            assertThat(loaded.snapshot()).isEmpty();
            store().compareAndSet(List.of(new Change(name, loaded.token(), version(1), List.of(), false)));
        });
    }

    protected final Loaded load(Position... pending) {
        return store().load(List.of(new Load(subject, List.of(pending))), REGISTRANT).get(0);
    }

    protected final boolean set(Loaded loaded, Snapshot next) {
        return store().compareAndSet(List.of(new Change(subject, loaded.token(), next, List.of(), false))).get(0);
    }

    protected final Snapshot version(long version) {
        return version(version, Map.of("n", version));
    }

    private Snapshot version(long version, Map<String, Object> properties) {
        return new Snapshot(new State(properties, first, version, Map.of()), RULES, "run");
    }
}
