package dev.cartwright.local.send;

import dev.cartwright.local.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads batches and has a bounded number of them sent at the same time. */
final class Pool {
    private final Sender sender;
    private final ExecutorService threads;
    private final Semaphore free;

    Pool(Sender sender, int inFlight) {
        this.sender = sender;
        this.threads = Executors.newFixedThreadPool(inFlight);
        this.free = new Semaphore(inFlight);
    }

    /** Returns when every batch is settled. */
    void send(Lines lines, int batchSize) {
        try (var reader = lines.open()) {
            var batch = new ArrayList<Line>(batchSize);
            long number = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    batch.add(new Line(number, text));
                }
                if (batch.size() == batchSize) {
                    submit(List.copyOf(batch));
                    batch.clear();
                }
            }
            submit(batch);
            threads.shutdown();
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s".formatted(lines.file(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void submit(List<Line> batch) throws InterruptedException {
        free.acquire();
        threads.execute(() -> {
            try {
                sender.send(batch);
            } finally {
                free.release();
            }
        });
    }
}
