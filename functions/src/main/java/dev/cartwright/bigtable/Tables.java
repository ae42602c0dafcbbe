package dev.cartwright.bigtable;

import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.cloud.bigtable.admin.v2.BigtableTableAdminClient;
import com.google.cloud.bigtable.admin.v2.models.CreateTableRequest;
import com.google.cloud.bigtable.admin.v2.models.GCRules;
import com.google.cloud.bigtable.admin.v2.models.ModifyColumnFamiliesRequest;
import com.google.cloud.bigtable.data.v2.models.TableId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The tables, which are made at start where they are absent. */
public final class Tables {

    static final TableId LOG = TableId.of("event-sourcing");
    static final TableId SAMPLES = TableId.of("samples");
    static final TableId DEAD_LETTERS = TableId.of("dead-letters");
    static final TableId STAMPS = TableId.of("stamps");

    static final String EVENT = "event";
    static final String OUTCOME = "outcome";
    static final String LETTER = "letter";
    static final String STAMP = "stamp";

    private static final GCRules.GCRule LATEST = GCRules.GCRULES.maxVersions(1);
    private static final GCRules.GCRule THREE_DAYS = GCRules.GCRULES.maxAge(3, TimeUnit.DAYS);
    private static final GCRules.GCRule ONE_DAY = GCRules.GCRULES.maxAge(1, TimeUnit.DAYS);
    private static final long PAUSE_MILLIS = 250;
    private static final Set<Code> PASSING = Set.of(Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED, Code.ABORTED);

    record Family(TableId table, String name, GCRules.GCRule rule) {}

    // why no rule by age on the log: its cells carry the same timestamp, so that it would delete events at once.
    // Those of samples carry the time of the event, and so live for as long as somebody may look back at them.
    static final List<Family> FAMILIES = List.of(
            new Family(LOG, EVENT, LATEST),
            new Family(LOG, OUTCOME, LATEST),
            new Family(SAMPLES, EVENT, THREE_DAYS),
            new Family(SAMPLES, OUTCOME, THREE_DAYS),
            new Family(DEAD_LETTERS, LETTER, LATEST),
            new Family(STAMPS, STAMP, ONE_DAY));

    private Tables() {}

    /**
     * Makes what is absent; while Bigtable is away it tries again for as long as the patience lasts.
     *
     * @throws IllegalStateException saying in one line what could not be reached
     */
    public static void ensure(BigtableTarget target, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                ensure(target);
                return;
            } catch (ApiException e) {
                if (!PASSING.contains(e.getStatusCode().getCode()) || System.nanoTime() > end) {
                    throw refused(target, e);
                }
            } catch (IOException e) {
                throw refused(target, e);
            }
            pause(target);
        }
    }

    private static void ensure(BigtableTarget target) throws IOException {
        try (var admin = BigtableClients.admin(target)) {
            var present = Set.copyOf(admin.listTables());
            for (var table : List.of(LOG, SAMPLES, DEAD_LETTERS, STAMPS)) {
                if (!present.contains(table.getTableId())) {
                    create(admin, table);
                }
                addFamilies(admin, table);
            }
        }
    }

    private static void create(BigtableTableAdminClient admin, TableId table) {
        var request = CreateTableRequest.of(table.getTableId());
        familiesOf(table).forEach(family -> request.addFamily(family.name(), family.rule()));
        try {
            admin.createTable(request);
        } catch (AlreadyExistsException anotherInstanceWasFaster) {
            // Then it is there.
        }
    }

    private static void addFamilies(BigtableTableAdminClient admin, TableId table) {
        var present = admin.getTable(table.getTableId()).getColumnFamilies().stream()
                .map(family -> family.getId()).collect(Collectors.toSet());
        var absent = new ArrayList<>(familiesOf(table));
        absent.removeIf(family -> present.contains(family.name()));
        if (!absent.isEmpty()) {
            var request = ModifyColumnFamiliesRequest.of(table.getTableId());
            absent.forEach(family -> request.addFamily(family.name(), family.rule()));
            admin.modifyFamilies(request);
        }
    }

    private static List<Family> familiesOf(TableId table) {
        return FAMILIES.stream().filter(family -> family.table().equals(table)).toList();
    }

    private static IllegalStateException refused(BigtableTarget target, Exception cause) {
        return new IllegalStateException("Cannot reach " + target.describe() + ": " + cause.getMessage(), cause);
    }

    private static void pause(BigtableTarget target) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(target, e);
        }
    }
}
