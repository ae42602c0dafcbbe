package dev.cartwright.image;

import io.grpc.netty.shaded.io.netty.bootstrap.Bootstrap;
import io.grpc.netty.shaded.io.netty.channel.ChannelInitializer;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.SocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.OpenSsl;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslHandler;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Runs inside the image: speaks TLS as the Bigtable client does, and tells whom it trusts. */
final class TlsProbe {

    private TlsProbe() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("OpenSSL " + OpenSsl.isAvailable());
        System.out.println("Google's root " + trustsGoogle());
        System.out.println("handshake " + handshake(Integer.parseInt(arguments[0]), arguments[1]));
        System.exit(0);
    }

    private static boolean trustsGoogle() throws Exception {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        return Arrays.stream(((X509TrustManager) managers.getTrustManagers()[0]).getAcceptedIssuers())
                .anyMatch(issuer -> issuer.getSubjectX500Principal().getName().contains("GTS Root R1"));
    }

    private static boolean handshake(int port, String authority) throws Exception {
        var context = SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL)
                .trustManager(new ByteArrayInputStream(authority.getBytes(StandardCharsets.UTF_8))).build();
        var channel = new Bootstrap().group(new NioEventLoopGroup(1)).channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel opened) {
                        opened.pipeline().addLast(context.newHandler(opened.alloc()));
                    }
                }).connect("127.0.0.1", port).sync().channel();
        return channel.pipeline().get(SslHandler.class).handshakeFuture().await(10, TimeUnit.SECONDS)
                && channel.pipeline().get(SslHandler.class).handshakeFuture().isSuccess();
    }
}
