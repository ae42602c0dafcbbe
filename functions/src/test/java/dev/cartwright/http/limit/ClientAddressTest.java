package dev.cartwright.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // trusted | X-Forwarded-For | who counts
            "0 | 198.51.100.1 | c0000201",
            "1 | 198.51.100.1 | c6336401",
            "1 | 203.0.113.9, 198.51.100.1 | c6336401",
            "2 | 203.0.113.9, 198.51.100.1, 192.0.2.99 | c6336401",
            "2 | 198.51.100.1 | c0000201",
            "1 | 2001:db8:1:2::1 | 20010db800010002",
            "1 | 2001:db8:1:2:ffff::9 | 20010db800010002",
            "1 | evil.example | 192.0.2.1"})
    void counts_what_our_own_proxies_saw(int trusted, String forwarded, String client) {
        var request = mock(HttpServerRequest.class);
        var connection = mock(HttpConnection.class);
        // What Quarkus makes of the first entry, which may be forged, and where the connection really comes from.
        when(request.remoteAddress()).thenReturn(SocketAddress.inetSocketAddress(1, forwarded.split(",")[0]));
        when(request.connection()).thenReturn(connection);
        when(connection.remoteAddress()).thenReturn(SocketAddress.inetSocketAddress(1, "192.0.2.1"));
        when(request.headers()).thenReturn(MultiMap.caseInsensitiveMultiMap().add("x-forwarded-for", forwarded));
        assertThat(ClientAddress.of(request, trusted)).isEqualTo(client);
    }
}
