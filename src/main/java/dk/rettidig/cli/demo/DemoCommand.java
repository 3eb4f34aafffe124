package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.database.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the main job, end to end, on embedded defaults and synthetic data. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Viser hele arbejdsgangen med syntetiske data fra kommune 999 og bliver ved med at vise sider.",
            "Shows the main job on synthetic data of municipality 999 and keeps serving pages."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int PASSWORD_BYTES = 18;

    @Option(names = "--once", description = "Stop when done; exit 0 only when all of it went as it should.")
    private boolean once;

    @Option(names = "--port", description = "HTTP port, 0 for any (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port = 8080;

    @Option(names = "--children", description = "Size (default: ${DEFAULT-VALUE}).", defaultValue = "8000")
    private int children = 8000;

    @Option(names = "--seed", description = "Seed (default: ${DEFAULT-VALUE}).", defaultValue = "42")
    private long seed = 42;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Made afresh at every start (default: ${DEFAULT-VALUE}).",
            defaultValue = "rettidig-data/demo")
    private Path home = Path.of("rettidig-data", "demo");

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        port = port == 0 ? anyPort() : port;
        if (!portIsFree(port)) {
            console.note("Porten " + port + " er optaget. Vælg en anden med --port, fx --port " + (port + 1) + ".");
            console.note(
                    "Port " + port + " is taken. Choose another with --port, for instance --port " + (port + 1) + ".");
            return 1;
        }
        long started = System.nanoTime();
        emptyOut(home);
        console.note("Starter PostgreSQL og tjenesten ... / Starting PostgreSQL and the service ...");
        EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve("postgres"));
        database.configureService();
        String password = password();
        int managementPort = anyPort();
        configure(password, managementPort);
        DemoApplication.plan(new DemoPlan(
                port,
                managementPort,
                children,
                seed,
                home,
                password,
                once,
                database,
                console,
                Clock.systemUTC(),
                started));
        AtomicInteger exit = new AtomicInteger(1);
        Thread hook = Thread.ofPlatform().name("rettidig-demo-shutdown").unstarted(() -> stop(database));
        Runtime.getRuntime().addShutdownHook(hook);
        Quarkus.run(DemoApplication.class, (code, failure) -> exit.set(failure == null ? code : 1));
        return exit.get();
    }

    private void configure(String password, int managementPort) {
        System.setProperty("rettidig.home", home.toString());
        System.setProperty("rettidig.demo.people", "true");
        System.setProperty("rettidig.demo.password", password);
        System.setProperty(
                "rettidig.demo.clock-behind",
                ConclusionStep.NIGHT.multipliedBy(2).toString());
        System.setProperty("quarkus.http.auth.session.encryption-key", password());
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty("quarkus.http.port", Integer.toString(port));
        System.setProperty("quarkus.management.port", Integer.toString(managementPort));
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("rettidig.follow-up.every", "1s"); // nobody waits a minute for a demonstration
        System.setProperty("rettidig.follow-up.delay", "1s");
    }

    private static void stop(EmbeddedDatabase database) {
        Quarkus.blockingExit();
        try {
            database.close();
        } catch (IOException failure) {
            Console.system().note("PostgreSQL stoppede ikke pænt. / PostgreSQL did not stop cleanly.");
        }
    }

    private static boolean portIsFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyPort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void emptyOut(Path directory) throws IOException {
        if (Files.exists(directory)) {
            if (!Files.exists(directory.resolve("postgres")) && !isEmpty(directory)) {
                throw new IOException(directory + " is not a home of an earlier demo; name another with --home");
            }
            try (Stream<Path> walk = Files.walk(directory)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
