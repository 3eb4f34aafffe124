package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.pseudonymise.AskException;
import dk.rettidig.pseudonym.vault.VaultException;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command does with a vault, and what it shows when that fails. */
@FunctionalInterface
public interface VaultStep {

    /** Does it; the exit code. */
    int take() throws IOException, InterruptedException, VaultException, SealException, AskException, HandoverException;

    /** Runs a step and turns each failure into words and an exit code. */
    static int run(CommandSpec spec, Console console, VaultStep step) throws InterruptedException {
        try {
            return step.take();
        } catch (VaultException refused) {
            console.bad(refused.reason().danish());
            console.detail(refused.reason().english());
        } catch (AskException none) {
            none.lines().forEach(console::bad);
        } catch (HandoverException refused) {
            refused.lines().forEach(console::bad);
        } catch (SealException refused) {
            console.bad("Nøglen kan ikke bruges: / The key cannot be used: " + refused.getMessage());
        } catch (IOException failed) {
            console.bad("Filen kan ikke læses eller skrives: / The file cannot be read or written: "
                    + failed.getClass().getSimpleName() + " " + failed.getMessage());
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        return 1;
    }
}
