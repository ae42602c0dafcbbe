package dev.cartwright.redis;

import dev.cartwright.runtime.Daemons;
import dev.cartwright.runtime.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Connections to one Redis server, made when they are needed. Thread-safe. A call that fails or exceeds its deadline
 * throws {@link Unavailable}.
 */
public final class RedisPool implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final String name;
    private final Duration patience;
    private final HostAndPort server;
    private final DefaultJedisClientConfig client;
    private final ConnectionPool pool;
    private final ScheduledThreadPoolExecutor guard;

    /**
     * @param name what to call the server in messages
     * @param deadline of a call: one half for the connection, the other for the answer
     */
    public RedisPool(String name, URI url, Duration deadline) {
        this(name, url, deadline, Optional.empty());
    }

    /** @param authorities PEM of those that may sign a {@code rediss} server's certificate; the usual ones if empty */
    public RedisPool(String name, URI url, Duration deadline, Optional<String> authorities) {
        this.name = name;
        this.patience = deadline.dividedBy(2);
        this.server = JedisURIHelper.getHostAndPort(url);
        this.client = client(url, authorities);
        this.pool = new ConnectionPool(server, client, connections());
        this.guard = Daemons.executor(1, "redis-deadlines");
    }

    private DefaultJedisClientConfig client(URI url, Optional<String> authorities) {
        int millis = Math.toIntExact(patience.toMillis());
        var config = DefaultJedisClientConfig.builder(url).connectionTimeoutMillis(millis).socketTimeoutMillis(millis)
                .serverDefaultProtocol().clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        authorities.map(CertificateAuthorities::trusting).ifPresent(config::sslOptions);
        return config.build();
    }

    private ConnectionPoolConfig connections() {
        var config = new ConnectionPoolConfig();
        config.setMaxTotal(CONNECTIONS);
        config.setMaxIdle(CONNECTIONS);
        config.setMaxWait(patience);
        config.setJmxEnabled(false);
        return config;
    }

    /** Sends all commands of the call in one go, on one connection; the answers are there when it returns. */
    <T> T pipelined(Function<Pipeline, T> call) {
        try (var connection = pool.getResource()) {
            return pipelined(call, connection);
        } catch (JedisConnectionException e) {
            // why: after a restart of the server all other idle connections are broken too.
            pool.clear();
            throw away(e);
        } catch (JedisException e) {
            throw away(e);
        }
    }

    private <T> T pipelined(Function<Pipeline, T> call, Connection connection) {
        // why: a socket has a timeout for reading only; a large pipeline to a hung server blocks in writing.
        var timeout = guard.schedule(() -> cut(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
        boolean complete = false;
        try {
            var pipeline = new Pipeline(connection, false);
            var answer = call.apply(pipeline);
            pipeline.sync();
            complete = true;
            return answer;
        } finally {
            timeout.cancel(false);
            if (!complete) {
                connection.setBroken();
            }
        }
    }

    /** A connection beside the others, for whoever keeps it. */
    Connection connect() {
        try {
            return new Connection(server, client);
        } catch (JedisException e) {
            throw away(e);
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            connection.setBroken();
        }
    }

    /** How long the server may take to answer. */
    Duration patience() {
        return patience;
    }

    Unavailable away(Exception cause) {
        return new Unavailable(Unavailable.Reason.STORE_AWAY, name + " does not answer", cause);
    }

    /** Throws {@link Unavailable} where the server does not answer. */
    public void ping() {
        try (var connection = pool.getResource()) {
            connection.ping();
        } catch (JedisException e) {
            throw away(e);
        }
    }

    @Override
    public void close() {
        guard.shutdownNow();
        pool.close();
    }
}
