package dk.rettidig.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: what the rules say, and whether they can be enforced. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Checks, explains and replays the rules in policies/.",
        subcommands = {CheckCommand.class, ExplainCommand.class, ReplayCommand.class})
public final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of check, explain and replay.");
    }
}
