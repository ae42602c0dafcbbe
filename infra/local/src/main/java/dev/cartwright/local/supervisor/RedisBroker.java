package dev.cartwright.local.supervisor;

import dev.cartwright.local.broker.Dispatcher;
import dev.cartwright.local.broker.DispatcherOptions;
import java.net.URI;
import java.util.Map;

/** Redis Streams, from which a dispatcher in this process delivers. */
record RedisBroker(URI address, Dispatcher dispatcher) implements Broker {
    static RedisBroker between(URI redis, URI functions) {
        return new RedisBroker(redis, Dispatcher.start(DispatcherOptions.between(redis, functions)));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(Settings.BROKER_KIND, BrokerKind.REDIS.toString(), Settings.BROKER, address.toString());
    }

    @Override
    public void stopDelivering() {
        dispatcher.close();
    }
}
