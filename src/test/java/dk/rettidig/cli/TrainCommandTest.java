package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path directory;

    private final StringWriter errors = new StringWriter();

    @Test
    void refusesABlockedIndicatorBeforeItReadsData() throws IOException {
        Path settings = changed("indicator: SCH_ABS_UNL", "indicator: PAR_PSYCH");

        assertThat(train(settings.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("modelling_indicator_refused", "PAR_PSYCH", "spærret");
    }

    @Test
    void refusesATargetThatMeasuresSomethingElse() throws IOException {
        Path settings = changed("target: assessed-need-within-six-months", "target: placed");

        assertThat(train(settings.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("modelling_target_refused");
    }

    @Test
    void wantsSettings() {
        assertThat(train()).isEqualTo(2);
        assertThat(train("models/settings/scorecard.yaml", "--key", "release.key"))
                .as("training signs nothing")
                .isEqualTo(2);
    }

    private int train(String... arguments) {
        CommandLine line = new CommandLine(new TrainCommand());
        line.setErr(new PrintWriter(errors, true));
        line.setOut(new PrintWriter(new StringWriter(), true));
        return line.execute(arguments);
    }

    private Path changed(String from, String to) throws IOException {
        String settings = Files.readString(Path.of("models/settings/scorecard.yaml"));
        assertThat(settings).contains(from);
        return Files.writeString(directory.resolve("settings.yaml"), settings.replace(from, to));
    }
}
