package dk.rettidig.notification.page;

import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.NotificationMark;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.StepKind;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Codes and words of notifications as people read them. */
@Singleton
class NotificationLabels {

    private final CodeRegister codes;

    NotificationLabels(CodeRegister codes) {
        this.codes = codes;
    }

    /** One choice of a form. */
    record Choice(String id, String text, boolean chosen) {}

    String notifier(String code, Language language) {
        return label("notifier", code, language);
    }

    String causes(Collection<String> given, Language language) {
        return given.stream().map(code -> label("reason", code, language)).collect(Collectors.joining("; "));
    }

    private String label(String kind, String code, Language language) {
        return codes.notificationCode(kind, code)
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(code);
    }

    List<Choice> choices(String kind, Collection<String> chosen, Language language) {
        return codes.notificationCodes().stream()
                .filter(code -> code.kind().equals(kind))
                .map(code -> new Choice(
                        code.code(), language.choose(code.danish(), code.english()), chosen.contains(code.code())))
                .toList();
    }

    /** Results are written behind a colon; a page sends both in one word. */
    List<Choice> steps(Collection<StepKind> kinds, String chosen, Language language) {
        List<Choice> choices = new ArrayList<>();
        for (StepKind kind : kinds) {
            if (kind.results().isEmpty()) {
                choices.add(new Choice(
                        kind.id(), step(kind, "", language), kind.id().equals(chosen)));
            }
            for (String result : kind.results()) {
                String id = kind.id() + ":" + result;
                choices.add(new Choice(id, step(kind, result, language), id.equals(chosen)));
            }
        }
        return choices;
    }

    /** The end of a deadline: midnight is the end of the day before, as people say it. */
    static String end(Instant end, Language language) {
        LocalDate day = Words.day(end);
        return Words.dayBegins(day).equals(end) ? Words.date(day.minusDays(1), language) : Words.time(end, language);
    }

    static String step(StepKind kind, String result, Language language) {
        return switch (kind) {
            case ASSESSED ->
                result.equals("acute")
                        ? language.choose("Vurderet: der skal handles akut", "Assessed: something must be done at once")
                        : language.choose("Vurderet: ikke akut", "Assessed: not acute");
            case RISK_ASSESSED -> language.choose("Risikovurdering lavet", "Risk assessment made");
            case CHILD_TALK_HELD ->
                result.equals("alone")
                        ? language.choose("Samtale holdt med barnet alene", "Talk held with the child alone")
                        : language.choose("Samtale holdt med forældre til stede", "Talk held with parents present");
            case CHILD_TALK_WAIVED -> language.choose("Ingen samtale med barnet", "No talk with the child");
            case REASSESSED -> language.choose("Genvurderet med en ny person", "Reassessed together with somebody new");
            case PARENTS_CONTACTED -> language.choose("Forældrene kontaktet", "Parents contacted");
            case SCREENED -> screened(result, language);
            case ACKNOWLEDGED ->
                language.choose("Modtagelsen bekræftet over for underretteren", "Receipt acknowledged to the notifier");
            case FEEDBACK_GIVEN -> language.choose("Tilbagemelding givet", "Feedback given");
            case MEASURE_STARTED -> measure(result, language);
        };
    }

    private static String measure(String result, Language language) {
        return switch (result) {
            case "early_help" -> language.choose("Tidlig hjælp begyndt (§ 30)", "Early help begun (§ 30)");
            case "contact_person" -> language.choose("Fast kontaktperson begyndt", "Permanent contact person begun");
            case "caseworker_talks" ->
                language.choose("Samtaler med en rådgiver begyndt", "Talks with a municipal caseworker begun");
            case "placement" -> language.choose("Barnet er anbragt", "The child is placed");
            default -> language.choose("Anden støttende indsats begyndt", "Another measure begun");
        };
    }

    private static String screened(String result, Language language) {
        return switch (result) {
            case "no_further" ->
                language.choose("Screenet: ingen yderligere afklaring", "Screened: no further clarification");
            case "clarification" -> language.choose("Screenet: afdækning (§ 19)", "Screened: clarification (§ 19)");
            default ->
                language.choose("Screenet: børnefaglig undersøgelse (§ 20)", "Screened: children's assessment (§ 20)");
        };
    }

    static String mark(NotificationMark mark, Language language) {
        return switch (mark) {
            case ABUSE -> language.choose("Overgreb", "Abuse");
            case ABUSE_BY_PARENTS -> language.choose("Overgreb fra forældrene", "Abuse by parents");
            case HONOUR_CONFLICT ->
                language.choose(
                        "Mulig æresrelateret konflikt eller negativ social kontrol",
                        "Possible honour-related conflict or negative social control");
            case MEASURE_RUNNING ->
                language.choose(
                        "Barnet har en foranstaltning eller er anbragt", "The child has a measure or is placed");
        };
    }

    static String status(Duty.Status status, Language language) {
        return switch (status) {
            case OPEN -> language.choose("Mangler", "Left to do");
            case DUE_SOON -> language.choose("Mangler, fristen er nær", "Left to do, deadline near");
            case OVERDUE -> language.choose("Frist overskredet", "Deadline passed");
            case DONE -> language.choose("Gjort", "Done");
            case DONE_LATE -> language.choose("Gjort efter fristen", "Done after the deadline");
        };
    }
}
