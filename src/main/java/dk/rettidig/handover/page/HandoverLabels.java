package dk.rettidig.handover.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.ActKind;
import dk.rettidig.handover.HandoverClock.Running;
import dk.rettidig.handover.Stage;
import dk.rettidig.handover.Telling;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverDuty;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Codes of handovers as people read them. */
@Singleton
class HandoverLabels {

    private final CodeRegister codes;
    private final HandoverRegister register;

    HandoverLabels(CodeRegister codes, HandoverRegister register) {
        this.codes = codes;
        this.register = register;
    }

    /** One choice of a form. */
    record Choice(String id, String text, boolean chosen) {}

    String municipality(MunicipalityCode code) {
        return codes.municipality(code.value())
                .map(CodeRegister.Municipality::name)
                .orElse(code.value());
    }

    List<Choice> municipalities(String chosen, MunicipalityCode own) {
        return codes.municipalities().stream()
                .filter(each -> !each.code().equals(own.value()))
                .map(each -> new Choice(each.code(), each.name(), each.code().equals(chosen)))
                .toList();
    }

    List<Choice> grounds(Collection<String> chosen, Language language) {
        return register.grounds().stream()
                .map(each -> new Choice(
                        each.id(), language.choose(each.danish(), each.english()), chosen.contains(each.id())))
                .toList();
    }

    List<Choice> materials(Collection<String> chosen, Language language) {
        return register.materials().stream()
                .map(each -> new Choice(
                        each.id(), language.choose(each.danish(), each.english()), chosen.contains(each.id())))
                .toList();
    }

    /** The chosen ones as a line; what a set of today does not know stands as its id. */
    static String line(List<Choice> choices, Collection<String> given) {
        return given.stream()
                .map(id -> choices.stream()
                        .filter(each -> each.id().equals(id))
                        .map(Choice::text)
                        .findFirst()
                        .orElse(id))
                .collect(Collectors.joining("; "));
    }

    static List<Choice> answers(String chosen, Language language) {
        return ActKind.ANSWERED.codes().stream()
                .map(code -> new Choice(code, code(code, language), code.equals(chosen)))
                .toList();
    }

    static String stage(Stage stage, Language language) {
        return language.choose(stage.danish(), stage.english());
    }

    static String act(Act act, Language language) {
        return switch (act.kind()) {
            case OPENED -> language.choose("Åbnet af modtageren", "Opened by the receiver");
            case ANSWERED -> language.choose("Svar: ", "Answer: ") + code(act.code(), language);
            case SUPPLEMENTED -> language.choose("Materiale eftersendt", "More material sent");
            case CLOSED -> code(act.code(), language);
        };
    }

    private static String code(String code, Language language) {
        return switch (code) {
            case "taken_over" -> language.choose("Vi overtager barnets sag", "We take the child's case over");
            case "no_need" -> language.choose("Vurderet: ikke behov for støtte", "Assessed: no need of support");
            case "not_resident" -> language.choose("Barnet bor ikke her", "The child does not live here");
            case ActKind.ASKS_FOR_MORE -> language.choose("Vi mangler materiale", "We ask for more material");
            case ActKind.SETTLED -> language.choose("Afsluttet af afsenderen", "Closed by the sender");
            default -> language.choose("Trukket tilbage af afsenderen", "Withdrawn by the sender");
        };
    }

    static String job(ActorKind job, Language language) {
        return job == ActorKind.TEAM_LEADER
                ? language.choose("faglig leder", "team leader")
                : language.choose("børne- og ungerådgiver", "caseworker");
    }

    String told(Telling telling, Language language) {
        String level = telling.level() == Telling.Level.WARNING
                ? language.choose("Fristen er nær: ", "The deadline is near: ")
                : language.choose("Fristen er overskredet: ", "The deadline has passed: ");
        return level + duty(register.duty(telling.duty()), language);
    }

    static String duty(HandoverDuty duty, Language language) {
        return language.choose(duty.danish(), duty.english());
    }

    static String due(Running running, Language language) {
        return end(running.due().end(), language);
    }

    /** The end of a deadline: midnight is the end of the day before, as people say it. */
    static String end(Instant end, Language language) {
        LocalDate day = Words.day(end);
        return Words.dayBegins(day).equals(end) ? Words.date(day.minusDays(1), language) : Words.time(end, language);
    }

    static List<Choice> ages(String chosen, Language language) {
        return Arrays.stream(dk.rettidig.notification.AgeBand.values())
                .map(band -> new Choice(
                        band.id(),
                        language.choose(band.danish(), band.english()),
                        band.id().equals(chosen)))
                .toList();
    }
}
