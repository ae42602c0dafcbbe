package dev.cartwright.local.watch;

import dev.cartwright.local.Addresses;
import dev.cartwright.local.UserError;
import dev.cartwright.local.broker.Published;
import dev.cartwright.local.broker.StreamTail;
import dev.cartwright.local.broker.Tail;
import dev.cartwright.local.pubsub.PubSubTail;
import dev.cartwright.local.pubsub.PubSubTopic;
import java.io.UncheckedIOException;
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
        description = "Its broker, where it does not run on this machine: redis://HOST:PORT (or BROKER_REDIS_URL), or "
            + "pubsub://HOST:PORT/PROJECT/TOPIC for an emulator.")
    private URI broker;

    @Option(names = "--json", description = "Print each event whole, in the structured JSON format.")
    private boolean json;

    @Option(names = "--from-start", description = "Begin with the oldest event that the broker still has.")
    private boolean fromStart;

    @Override
    public Integer call() {
        var address = address();
        try {
            follow(tail(address));
            return 0;
        } catch (JedisException | UncheckedIOException e) {
            throw new UserError("The broker at %s does not answer: is ./deploy.sh local still running?"
                .formatted(address), e);
        }
    }

    private void follow(Tail tail) {
        // why: Ctrl-C is how this ends, and what was made for it must not stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(tail::close, "ending"));
        while (!Thread.currentThread().isInterrupted()) {
            tail.next().forEach(this::print);
            System.out.flush();
        }
    }

    private Tail tail(URI address) {
        if (!PubSubTopic.isNamedBy(address)) {
            return fromStart ? StreamTail.fromStart(address) : StreamTail.fromNow(address);
        }
        if (fromStart) {
            throw new UserError("Pub/Sub shows what is published from now on only: leave out --from-start");
        }
        return new PubSubTail(PubSubTopic.of(address));
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
