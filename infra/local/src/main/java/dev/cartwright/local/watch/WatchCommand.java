package dev.cartwright.local.watch;

import dev.cartwright.local.Addresses;
import dev.cartwright.local.UserError;
import dev.cartwright.local.broker.Published;
import dev.cartwright.local.broker.Tail;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import redis.clients.jedis.exceptions.JedisException;

/** Prints events and follow-ups as they are published. */
@Command(name = "watch", mixinStandardHelpOptions = true,
    description = "Prints events and their follow-ups as they are published, until it is told to end.")
public final class WatchCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", paramLabel = "N",
        description = "Which running system to watch (default: the one on ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--broker", paramLabel = "URL", defaultValue = "${env:BROKER_REDIS_URL}",
        description = "Its broker, where it does not run on this machine: redis://HOST:PORT (or BROKER_REDIS_URL).")
    private URI broker;

    @Option(names = "--json", description = "Print each event whole, in the structured JSON format.")
    private boolean json;

    @Option(names = "--from-start", description = "Begin with the oldest event that the broker still has.")
    private boolean fromStart;

    @Override
    public Integer call() {
        var address = address();
        try (var tail = fromStart ? Tail.fromStart(address) : Tail.fromNow(address)) {
            while (!Thread.currentThread().isInterrupted()) {
                tail.next().forEach(this::print);
                System.out.flush();
            }
            return 0;
        } catch (JedisException e) {
            throw new UserError("The broker at %s does not answer: is ./deploy.sh local still running?"
                .formatted(address), e);
        }
    }

    private URI address() {
        if (broker != null) {
            return broker;
        }
        return Addresses.ofPort(port).broker().orElseThrow(() -> new UserError(
            "Nothing runs on port %d: start ./deploy.sh local first, or say --port N or --broker redis://HOST:PORT"
                .formatted(port)));
    }

    private void print(Published event) {
        System.out.println(json ? event.json() : ReadableLine.of(event));
    }
}
