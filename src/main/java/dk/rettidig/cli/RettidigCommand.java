package dk.rettidig.cli;

import picocli.CommandLine.Command;
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
            dk.rettidig.cli.demo.DemoCommand.class,
            ServeCommand.class,
            dk.rettidig.cli.feed.KeygenCommand.class,
            dk.rettidig.cli.feed.SignCommand.class,
            dk.rettidig.cli.feed.PushCommand.class,
            SynthesiseCommand.class,
            TrainCommand.class,
            VerifyCommand.class,
            dk.rettidig.cli.bench.BenchCommand.class,
            dk.rettidig.cli.policy.PolicyCommand.class,
            picocli.CommandLine.HelpCommand.class
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
