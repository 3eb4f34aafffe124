package dk.rettidig.cli.vault;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vault}: lists its commands. */
@Command(
        name = "vault",
        mixinStandardHelpOptions = true,
        description = {
            "Pseudonymarkivet: hvilket pseudonym der hører til hvilket barn. Ligger uden for datateamet.",
            "The vault: which pseudonym belongs to which child. Held outside the data team.",
            "Exit codes: 0 done, 1 refused, 2 usage."
        },
        subcommands = {
            VaultCreateCommand.class,
            VaultAddCommand.class,
            VaultAddLocalCommand.class,
            VaultListCommand.class,
            VaultExpireCommand.class,
            VaultRotateCommand.class,
            VaultMergeCommand.class,
            VaultMoveCommand.class,
            VaultSourceCommand.class
        })
public final class VaultCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: create, add, add-local, list, expire, rotate, merge, move or source.");
    }
}
