package dev.cartwright.http.limit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.HexFormat;

/** Where a request comes from. */
final class ClientAddress {

    /** Of an IPv6 address: whoever has one has all that begin so. */
    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;

    private ClientAddress() {}

    /**
     * Our own proxies add their entries at the end of X-Forwarded-For; what stands before, its sender may have made up.
     *
     * @param trustedProxies how many add an entry
     */
    static String of(HttpServerRequest request, int trustedProxies) {
        // Of the connection: the request's own is what the first entry claims.
        var peer = address(request.connection().remoteAddress());
        if (trustedProxies == 0) {
            return network(peer, peer);
        }
        var entries = String.join(",", request.headers().getAll("x-forwarded-for")).split(",");
        return entries.length < trustedProxies ? network(peer, peer)
                : network(entries[entries.length - trustedProxies].strip(), peer);
    }

    private static String address(SocketAddress peer) {
        return peer == null ? "" : peer.hostAddress();
    }

    private static String network(String address, String otherwise) {
        // Asks no name server, whatever the text is.
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return otherwise;
        }
        return HexFormat.of().formatHex(bytes, 0, bytes.length == IPV4_BYTES ? IPV4_BYTES : NETWORK_BYTES);
    }
}
