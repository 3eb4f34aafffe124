package dk.rettidig.cli;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.SigningKey;
import dk.rettidig.seal.KeyFile;
import dk.rettidig.seal.SealException;
import dk.rettidig.witness.Witness;
import dk.rettidig.witness.WitnessServer;
import dk.rettidig.witness.WitnessedLogs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code witness}: cosigns other installations' checkpoints until it is told to stop. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = {
            "Medunderskriver andres protokoller: en nabokommune eller et arkiv ser, at intet er skrevet om.",
            "Cosigns the logs of others: a neighbour municipality or an archive sees that nothing was rewritten.",
            "Exit codes: 0 stopped, 1 refused, 2 usage."
        })
final class WitnessCommand implements Callable<Integer> {

    /** Seconds a request may take; a slow sender holds no thread for longer. */
    private static final String SLOWEST_REQUEST = "30";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where key and state live (default: ${DEFAULT-VALUE}).",
            defaultValue = "rettidig-witness")
    private Path home = Path.of("rettidig-witness");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The witness' name, an address without scheme; needed at the first start, kept for life.")
    private String name = "";

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            description = "A log to follow, by its vkey; more of them in the file DIR/logs, one a line.")
    private List<String> logs = new ArrayList<>();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Listens there (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "Default: ${DEFAULT-VALUE}; 0 takes a free one.")
    private int port = 8083;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.maxReqTime", SLOWEST_REQUEST);
        System.setProperty("sun.net.httpserver.maxRspTime", SLOWEST_REQUEST);
        Files.createDirectories(home);
        try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return refused("another witness works in " + home);
            }
            return serve();
        } catch (CheckpointException | SealException | IllegalArgumentException wrong) {
            return refused(String.valueOf(wrong.getMessage()));
        }
    }

    private int serve() throws IOException, InterruptedException, CheckpointException, SealException {
        WitnessedLogs followed = followed();
        Witness witness = new Witness(followed, key(), home, Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        try (WitnessServer server = new WitnessServer(witness, new InetSocketAddress(host, port), line -> log(line))) {
            Runnable close = server::close;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                close.run();
                stopped.countDown();
            }));
            log("listens on http://" + host + ":" + server.port());
            log("key " + witness.verifierKey().encode());
            followed.origins().forEach(origin -> log("follows " + origin));
            stopped.await();
        }
        return 0;
    }

    private WitnessedLogs followed() throws IOException, CheckpointException {
        List<String> lines = new ArrayList<>(logs);
        Path file = home.resolve("logs");
        if (Files.exists(file)) {
            lines.addAll(Files.readAllLines(file));
        }
        WitnessedLogs followed = WitnessedLogs.parse(lines);
        if (followed.origins().isEmpty()) {
            throw usage(
                    "Name a log: --log VKEY, or lines in " + file + ". A service shows its vkey at /ledger/log-key.");
        }
        return followed;
    }

    private SigningKey key() throws SealException, CheckpointException {
        Path file = home.resolve("witness.key");
        if (!Files.exists(file) && name.isEmpty()) {
            throw usage("The first start needs --name, for instance witness.example.dk/w1.");
        }
        SigningKey key = SigningKey.parse(KeyFile.secretOrNew(
                        file,
                        () -> SigningKey.generate(new KeyName(name), KeyAlgorithm.COSIGNATURE_V1, new SecureRandom())
                                .encodeSecret())
                .strip());
        if (!name.isEmpty() && !key.verifier().name().value().equals(name)) {
            throw usage("The key in " + file + " is named " + key.verifier().name() + ".");
        }
        return key;
    }

    private void log(String line) {
        spec.commandLine().getOut().println("witness: " + line);
        spec.commandLine().getOut().flush();
    }

    private int refused(String why) {
        spec.commandLine().getErr().println("rettidig: " + why);
        return 1;
    }

    private ParameterException usage(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
