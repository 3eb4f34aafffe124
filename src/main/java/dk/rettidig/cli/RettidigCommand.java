package dk.rettidig.cli;

import dk.rettidig.cli.bench.BenchCommand;
import dk.rettidig.cli.companion.CompanionCommand;
import dk.rettidig.cli.demo.DemoCommand;
import dk.rettidig.cli.feed.KeygenCommand;
import dk.rettidig.cli.feed.PushCommand;
import dk.rettidig.cli.feed.SignCommand;
import dk.rettidig.cli.policy.PolicyCommand;
import dk.rettidig.cli.pseudonymise.PseudonymiseCommand;
import dk.rettidig.cli.reidentify.ReidentifyCommand;
import dk.rettidig.cli.vault.VaultCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rettidig} itself: lists its commands. */
@Command(
        name = "rettidig",
        mixinStandardHelpOptions = true,
        version = "rettidig 0.1.0",
        description = "Sees in due time that a child may need help. A person decides; every step is on the record.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            AuthorityCommand.class,
            KeygenCommand.class,
            SignCommand.class,
            PushCommand.class,
            PseudonymiseCommand.class,
            VaultCommand.class,
            CompanionCommand.class,
            ReidentifyCommand.class,
            SynthesiseCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ReleaseCommand.class,
            VerifyCommand.class,
            RecomputeCommand.class,
            WitnessCommand.class,
            BenchCommand.class,
            PolicyCommand.class,
            HelpCommand.class
        })
final class RettidigCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
