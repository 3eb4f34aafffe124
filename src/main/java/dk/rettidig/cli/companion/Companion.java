package dk.rettidig.cli.companion;

import com.sun.net.httpserver.HttpServer;
import dk.rettidig.cli.pseudonymise.AuthorityClient;
import dk.rettidig.cli.reidentify.Redemption;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The companion, listening on the loopback addresses and nowhere else. */
final class Companion implements AutoCloseable {

    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int TRIES_FOR_A_FREE_PORT = 20;
    private static final int CHECK_SECONDS = 5;

    /**
     * What it works with.
     *
     * @param sources tells the service what sources call the children
     * @param redemption redeems tickets for re-identification; without it the page says what is missing
     * @param service where links to the service go
     * @param programToken what programs show; nobody may come in by one without it
     */
    record Parts(
            VaultDoor door,
            AuthorityClient authority,
            MergePost post,
            SourceDesk sources,
            Optional<Redemption> redemption,
            Optional<URI> service,
            Optional<String> programToken,
            Clock clock) {}

    private final VaultDoor door;
    private final SourceDesk sources;
    private final Sessions sessions = new Sessions();
    private final List<HttpServer> servers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("idle").factory());
    private final ScheduledFuture<?> watching;

    private Companion(Parts parts, List<HttpServer> servers) {
        this.door = parts.door();
        this.sources = parts.sources();
        this.servers = servers;
        PendingMerges pending = new PendingMerges(parts.clock());
        Pages pages = new Pages(new Texts(), "/" + Secrets.fresh());
        ChildDesk desk = new ChildDesk(door, parts.authority(), parts.sources());
        Front front = new Front(
                port(),
                sessions,
                door,
                new DoorPage(door, pending, pages),
                new ProgramRoute(desk, door, parts.programToken(), door::today),
                routes(parts, desk, pending, pages),
                pages);
        for (HttpServer server : servers) {
            server.createContext("/", front);
            server.setExecutor(threads);
            server.start();
        }
        sources.start();
        this.watching = watch.scheduleAtFixedRate(
                () -> {
                    if (door.isLocked()) {
                        pending.clear();
                    }
                },
                1,
                CHECK_SECONDS,
                TimeUnit.SECONDS);
    }

    private static Map<String, Route> routes(Parts parts, ChildDesk desk, PendingMerges pending, Pages pages) {
        VaultDoor door = parts.door();
        NumberPage number = new NumberPage(desk, pages, door::today, parts.service());
        UnbornPage unborn = new UnbornPage(desk, pages, door::today, parts.service());
        TicketPage ticket = new TicketPage(door, parts.redemption(), pages);
        WaitingPage waiting = new WaitingPage(desk, parts.post(), pending, pages, door::today);
        Map<String, Route> routes = new HashMap<>();
        routes.put("GET /", number::show);
        routes.put("POST /pseudonym", number::submit);
        routes.put("GET /unborn", unborn::show);
        routes.put("POST /unborn", unborn::submit);
        routes.put("GET " + WaitingPage.PATH, waiting::show);
        routes.put("POST /merge", waiting::askNumber);
        routes.put("POST /merge/check", waiting::check);
        routes.put("POST /merge/confirm", waiting::confirm);
        routes.put("POST /merge/send", waiting::send);
        routes.put("GET " + TicketPage.PATH, ticket::show);
        routes.put("POST " + TicketPage.PATH, ticket::redeem);
        return routes;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @throws BindException when somebody else listens there
     */
    static Companion start(Parts parts, int port) throws IOException {
        for (int tries = 1; ; tries++) {
            List<HttpServer> servers = new ArrayList<>();
            try {
                HttpServer four = bind(FOUR, port);
                servers.add(four);
                six(four.getAddress().getPort()).ifPresent(servers::add);
                return new Companion(parts, servers);
            } catch (BindException taken) {
                servers.forEach(server -> server.stop(0));
                if (port != 0 || tries == TRIES_FOR_A_FREE_PORT) {
                    throw taken;
                }
            }
        }
    }

    private static HttpServer bind(byte[] address, int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(address), port), 0);
    }

    /** The second loopback address, where the machine has one; it must not be somebody else's, for a browser may try it first. */
    private static Optional<HttpServer> six(int port) throws IOException {
        boolean there = NetworkInterface.getByInetAddress(InetAddress.getByAddress(SIX)) != null;
        return there ? Optional.of(bind(SIX, port)) : Optional.empty();
    }

    /** Where it listens. */
    int port() {
        return servers.getFirst().getAddress().getPort();
    }

    /** Addresses it listens on. */
    List<InetAddress> addresses() {
        return servers.stream().map(server -> server.getAddress().getAddress()).toList();
    }

    /** A new start link; it works once. */
    URI startLink() {
        return URI.create("http://127.0.0.1:" + port() + Guard.START + sessions.startToken());
    }

    @Override
    public void close() {
        watching.cancel(false);
        watch.shutdownNow();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
        sources.close();
        door.close();
    }
}
