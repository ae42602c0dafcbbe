package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.models.TableId;
import dev.cartwright.rules.Subjects;
import dev.cartwright.runtime.RowKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which table a subject's history is in, and how old its cells are. Subjects of some kinds say the same again and
 * again: these are in a table of their own, where rows live for some days only.
 *
 * @param sampled the kinds of those subjects
 */
record LogTables(Set<String> sampled) {

    private static final long THE_SAME_FOR_ALL = 0;

    TableId of(String subject) {
        return isSampled(subject) ? Tables.SAMPLES : Tables.LOG;
    }

    /** In microseconds, of whole milliseconds; always the same for a row, so that a rewrite is the same cell. */
    long timestamp(RowKey key) {
        return isSampled(key.subject()) ? key.position().time().toEpochMilli() * 1000 : THE_SAME_FOR_ALL;
    }

    <T> Map<TableId, Set<T>> byTable(Collection<T> all, Function<T, String> subject) {
        return all.stream().collect(Collectors.groupingBy(one -> of(subject.apply(one)), LinkedHashMap::new,
                Collectors.toCollection(LinkedHashSet::new)));
    }

    private boolean isSampled(String subject) {
        return sampled.contains(Subjects.kind(subject));
    }
}
