package dk.rettidig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

    @Test
    void thePlainFormsNeedNoParser() {
        assertThat(ServeCommand.plain("serve")).isPresent();
        assertThat(ServeCommand.plain("serve", "--home", "a directory")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "Serve",
                "serve --help",
                "serve --home",
                "serve --home -x",
                "serve --house here",
                "serve --home here --help",
                "serve here"
            })
    void everythingElseIsReadByPicocli(String line) {
        assertThat(ServeCommand.plain(line.isEmpty() ? new String[0] : line.split(" ")))
                .isEmpty();
    }
}
