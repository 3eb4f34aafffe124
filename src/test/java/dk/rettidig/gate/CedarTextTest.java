package dk.rettidig.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CedarTextTest {

    @Test
    void cutsAtSemicolonsOutsideStringsAndComments() {
        String text =
                "// a; comment\n\n@id(\"a;b\\\";\")\npermit(principal, action, resource); // tail;\nforbid(x);\nrest";

        assertThat(CedarText.statements(text))
                .containsExactly(
                        new CedarText.Statement(3, "@id(\"a;b\\\";\")\npermit(principal, action, resource);"),
                        new CedarText.Statement(5, "forbid(x);"),
                        new CedarText.Statement(6, "rest"));
    }

    @Test
    void anUnclosedStringEndsWithTheText() {
        assertThat(CedarText.statements("permit(\"x; y")).hasSize(1);
        assertThat(CedarText.statements("  // nothing ;\n")).isEmpty();
        assertThat(CedarText.statements("\"\\")).hasSize(1);
    }
}
