package dk.rettidig.cli;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serve}: the service, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the service.")
final class ServeCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Quarkus.run();
        return 0;
    }
}
