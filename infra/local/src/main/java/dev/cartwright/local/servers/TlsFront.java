package dev.cartwright.local.servers;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Speaks TLS for a server that does not, under a new certificate that it has signed itself for another host's name. */
public final class TlsFront implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;
    private final ServerSocket listener;
    private final int target;

    /** Keeps its key in this directory, and passes on what it hears to that port. */
    public TlsFront(Path directory, int target) throws IOException, GeneralSecurityException, InterruptedException {
        this.keys = generated(directory.resolve("keys.p12"));
        this.target = target;
        this.listener = context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The only authority that vouches for this server, in PEM. */
    public String authority() throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getCertificate("redis").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static KeyStore generated(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int failed = new ProcessBuilder(keytool, "-genkeypair", "-alias", "redis", "-keyalg", "EC", "-dname",
                "CN=another.host", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                new String(PASSWORD)).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().waitFor();
        if (failed != 0) {
            throw new IOException("keytool ended with " + failed);
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var content = new FileInputStream(file.toFile())) {
            keys.load(content, PASSWORD);
        }
        return keys;
    }

    private SSLContext context() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> copy(client, server));
                start(() -> copy(server, client));
            }
        } catch (IOException closed) {
            // Then nobody is to be served any more.
        }
    }

    /** Ends when one of the two does. */
    private static void copy(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // A client that does not trust this server hangs up.
        }
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
