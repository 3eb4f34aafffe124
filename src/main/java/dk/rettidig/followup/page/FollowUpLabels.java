package dk.rettidig.followup.page;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.FollowUp;
import dk.rettidig.followup.Measure;
import dk.rettidig.followup.Move;
import dk.rettidig.followup.Reason;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.notification.Notification;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes and words of follow-up as people read them. */
@Singleton
class FollowUpLabels {

    private final CodeRegister codes;
    private final FollowUpRegister register;
    private final IndicatorCatalogue catalogue;
    private final HandoverRegister handovers;

    FollowUpLabels(
            CodeRegister codes, FollowUpRegister register, IndicatorCatalogue catalogue, HandoverRegister handovers) {
        this.codes = codes;
        this.register = register;
        this.catalogue = catalogue;
        this.handovers = handovers;
    }

    /** One choice of a form. */
    record Choice(String id, String text, boolean chosen) {}

    /** Out of Denmark first, then the municipalities but the own one. */
    List<Choice> places(String chosen, MunicipalityCode own, Language language) {
        Choice abroad = new Choice(Move.ABROAD, abroad(language), chosen.equals(Move.ABROAD));
        return Stream.concat(
                        Stream.of(abroad),
                        codes.municipalities().stream()
                                .filter(each -> !each.code().equals(own.value())
                                        && !each.code().equals(MunicipalityCode.SYNTHETIC.value()))
                                .map(each -> new Choice(
                                        each.code(), each.name(), each.code().equals(chosen))))
                .toList();
    }

    List<Choice> materials(Collection<String> chosen, Language language) {
        return handovers.materials().stream()
                .map(each -> new Choice(
                        each.id(), language.choose(each.danish(), each.english()), chosen.contains(each.id())))
                .toList();
    }

    /** Where the child moved and from which day. */
    String move(Move move, Language language) {
        String place = move.to()
                .map(code -> codes.municipality(code.value())
                        .map(CodeRegister.Municipality::name)
                        .orElse(code.value()))
                .orElseGet(() -> abroad(language));
        return place + ", " + Words.date(move.on(), language);
    }

    private static String abroad(Language language) {
        return language.choose(
                "Ud af Danmark (også Grønland og Færøerne)", "Out of Denmark (Greenland and the Faroe Islands too)");
    }

    static String reasons(Collection<Reason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> language.choose(reason.danish(), reason.english()))
                .collect(Collectors.joining("; "));
    }

    static String state(FollowUp.State state, Language language) {
        return switch (state) {
            case WATCHED -> language.choose("Ikke på listen", "Not on the list");
            case OPEN -> language.choose("På listen", "On the list");
            case CLOSED -> language.choose("Afsluttet", "Closed");
            case MEASURE -> language.choose("Indsats registreret", "Measure registered");
        };
    }

    String step(String id, Language language) {
        return register.step(id)
                .map(step -> language.choose(step.danish(), step.english()))
                .orElse(id);
    }

    String notification(Notification notification, Language language) {
        return label("notifier", notification.notifier(), language) + ": "
                + notification.causes().stream()
                        .map(code -> label("reason", code, language))
                        .collect(Collectors.joining("; "));
    }

    private String label(String kind, String code, Language language) {
        return codes.notificationCode(kind, code)
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(code);
    }

    /** What and from when to when. */
    String measure(Measure measure, Language language) {
        String from = Words.date(measure.from(), language);
        String period = measure.to()
                .map(end -> end.equals(measure.from()) ? from : from + " – " + Words.date(end, language))
                .orElse(language.choose("fra " + from, "from " + from));
        return kind(measure.kind(), language) + " (" + period + ")";
    }

    private String kind(String kind, Language language) {
        return switch (kind) {
            case "step.early_help" -> language.choose("Tidlig hjælp", "Early help");
            case "step.contact_person" -> language.choose("Fast kontaktperson", "Permanent contact person");
            case "step.caseworker_talks" ->
                language.choose("Samtaler med en rådgiver", "Talks with a municipal caseworker");
            case "step.placement" -> language.choose("Anbringelse", "Placement");
            case "step.other_measure" -> language.choose("Anden støttende indsats", "Another measure");
            case "mark.measure_running" ->
                language.choose("Indsats i gang, skrev en person på underretningen", "A measure runs, wrote a person");
            default -> delivered(kind, language);
        };
    }

    private String delivered(String kind, Language language) {
        return IndicatorId.isValid(kind)
                ? catalogue
                        .find(new IndicatorId(kind))
                        .map(each -> language.choose(each.danish(), each.english()))
                        .orElse(kind)
                : kind;
    }
}
