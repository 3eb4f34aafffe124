package dk.rettidig.cli.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to the service that passes on every byte sent and loses the answers for as long as it is told to. */
final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final URI service;
    private final boolean hold;
    private final AtomicInteger toLose;
    private final CountDownLatch answered = new CountDownLatch(1);

    private Relay(ServerSocket door, URI service, boolean hold, int toLose) {
        this.door = door;
        this.service = service;
        this.hold = hold;
        this.toLose = new AtomicInteger(toLose);
    }

    /** Cuts the connection when the first answers come. */
    static Relay losing(URI service, int answers) throws IOException {
        return started(new Relay(socket(0), service, false, answers));
    }

    /** Keeps every answer for itself, with the connection open. */
    static Relay holding(URI service) throws IOException {
        return started(new Relay(socket(0), service, true, Integer.MAX_VALUE));
    }

    /** Loses nothing, on this port. */
    static Relay at(int port, URI service) throws IOException {
        return started(new Relay(socket(port), service, false, 0));
    }

    private static ServerSocket socket(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static Relay started(Relay relay) {
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Waits until the service has answered something that nobody got to read. */
    boolean awaitLostAnswer() throws InterruptedException {
        return answered.await(60, TimeUnit.SECONDS);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket far = new Socket(service.getHost(), service.getPort())) {
            Thread.ofVirtual().start(() -> pass(caller, far));
            byte[] buffer = new byte[8192];
            InputStream in = far.getInputStream();
            OutputStream out = caller.getOutputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (toLose.getAndUpdate(left -> left > 0 && !hold ? left - 1 : left) > 0) {
                    answered.countDown();
                    if (!hold) {
                        return;
                    }
                } else {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException gone) {
            // one of the two ends hung up
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // one of the two ends hung up
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
