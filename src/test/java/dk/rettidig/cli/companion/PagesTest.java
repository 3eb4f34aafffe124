package dk.rettidig.cli.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.cli.companion.Guard.Denial;
import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.web.Language;
import io.quarkus.qute.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final Texts texts = new Texts();
    private final Pages pages = new Pages(texts, "/base");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(texts.all(Language.DANISH).keySet())
                .isEqualTo(texts.all(Language.ENGLISH).keySet());
        assertThat(texts.all(Language.DANISH).values()).noneMatch(String::isBlank);
        texts.all(Language.DANISH)
                .forEach((name, text) -> assertThat(texts.text(Language.ENGLISH, name))
                        .as(name)
                        .matches(english -> !english.equals(text) || text.equals("Pseudonym")));
    }

    @Test
    void everyCodeHasItsWords() {
        Stream.of(
                        Arrays.stream(Denial.values()).map(Denial::code),
                        Arrays.stream(Reason.values())
                                .filter(reason -> reason != Reason.LOCKED)
                                .map(Reason::code),
                        Arrays.stream(CprNumber.Defect.values())
                                .map(defect -> "number_" + defect.name().toLowerCase(Locale.ROOT)),
                        Stream.of("number_adult"))
                .flatMap(codes -> codes)
                .forEach(code -> assertThat(texts.all(Language.DANISH)).containsKey(code));
    }

    @Test
    void whatIsPutIntoATemplateIsTextAndNeverMarkup() {
        String hostile = "<img src=x onerror=alert(1)> \" ' & {t.name} {#if x}";
        String page = new String(
                pages.bare(200, Language.DANISH, "message", Map.of("text", hostile))
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(page)
                .contains("&lt;img src=x onerror=alert(1)&gt; &quot; &#39; &amp; {t.name} {#if x}")
                .doesNotContain("<img");
    }

    @Test
    void aValueThatNobodyGaveIsAnError() {
        assertThatThrownBy(() -> pages.bare(200, Language.DANISH, "message", Map.of()))
                .isInstanceOf(TemplateException.class);
    }
}
