package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.Closing;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.followup.Move;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.DutyKind;
import dk.rettidig.law.Purpose;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.Escalation;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications;
import dk.rettidig.notification.SexesOfChild;
import dk.rettidig.notification.Step;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Notifications about the child, what people did about them, and how it was followed up. Names nobody. From which group a
 * notification came is an entry of its own, so that it can be withheld and the rest given.
 */
@Singleton
class NotificationPassages {

    /** From which group a notification of a private or unknown person came: withheld unless somebody decides otherwise. */
    static final String PRIVATE_NOTIFIER = "private_notifier";

    private static final Text NOTHING_HAPPENED = new Text(
            "Der stod ingen indsats i kommunens oplysninger, og en medarbejder fik besked.",
            "No measure was on record at the municipality, and a member of staff was told.");

    private final Notifications notifications;
    private final SexesOfChild sexes;
    private final FollowUps followUps;
    private final NotificationGrounds bases;
    private final CodeRegister codes;
    private final TriageRegister triage;
    private final Grounds grounds;

    NotificationPassages(
            Notifications notifications,
            SexesOfChild sexes,
            FollowUps followUps,
            NotificationGrounds bases,
            CodeRegister codes,
            TriageRegister triage,
            Grounds grounds) {
        this.notifications = notifications;
        this.sexes = sexes;
        this.followUps = followUps;
        this.bases = bases;
        this.codes = codes;
        this.triage = triage;
        this.grounds = grounds;
    }

    List<Passage> of(MunicipalityCode municipality, Pseudonym child) {
        BasisId basis = bases.basis(municipality);
        List<Passage> passages = new ArrayList<>();
        Map<NotificationId, ChildSex> stated = sexes.ofChild(municipality, child);
        for (Notifications.Filed filed : notifications.ofChild(municipality, child)) {
            Notification notification = filed.notification();
            passages.add(passage(notification.receivedAt(), "notification", received(notification), basis));
            Optional.ofNullable(stated.get(notification.id()))
                    .ifPresent(sex -> passages.add(counted(notification.receivedAt(), stated(sex), basis)));
            passages.add(passage(notification.receivedAt(), kind(notification), notifier(notification), basis));
            filed.steps().forEach(step -> passages.add(passage(step.happenedAt(), "step", done(step), basis)));
            filed.escalations().forEach(told -> passages.add(passage(told.at(), "told", told(told), basis)));
        }
        for (FollowUps.Filed filed : followUps.ofChild(municipality, child)) {
            filed.tellings().forEach(telling -> passages.add(passage(telling.at(), "told", NOTHING_HAPPENED, basis)));
            filed.closings()
                    .forEach(closing -> passages.add(passage(closing.at(), "follow_up", closed(closing), basis)));
        }
        return passages;
    }

    private Text closed(Closing closing) {
        return both(language -> language.choose(
                        "Opfølgningen på barnets underretninger blev afsluttet: ",
                        "The follow-up of the child's notifications was closed: ")
                + language.choose(closing.code().danish(), closing.code().english())
                + closing.move()
                        .map(move -> " (" + place(move, language) + ", " + move.on() + ")")
                        .orElse("")
                + ".");
    }

    private String place(Move move, Language language) {
        return move.to()
                .map(code -> codes.municipality(code.value())
                        .map(CodeRegister.Municipality::name)
                        .orElse(code.value()))
                .orElseGet(() -> language.choose("ud af Danmark", "out of Denmark"));
    }

    private Passage passage(Instant at, String kind, Text text, BasisId basis) {
        return passage(at, kind, text, Purpose.CHILD_SUPPORT, basis);
    }

    /** What is kept for figures alone. */
    private Passage counted(Instant at, Text text, BasisId basis) {
        return passage(at, "notification", text, Purpose.ADMINISTRATION, basis);
    }

    private Passage passage(Instant at, String kind, Text text, Purpose purpose, BasisId basis) {
        return Passage.plain(
                at, kind, text, Optional.of(Grounds.of(purpose)), Optional.of(grounds.of(basis)), OptionalLong.empty());
    }

    private Text received(Notification notification) {
        return both(language -> language.choose(
                        "Kommunen modtog en underretning om barnet: ",
                        "The municipality received a notification about the child: ")
                + notification.causes().stream()
                        .map(code -> code("reason", code, language))
                        .collect(Collectors.joining("; "))
                + ".");
    }

    private static Text stated(ChildSex sex) {
        return new Text(
                "Med underretningen blev barnets køn oplyst: " + sex.danish() + ". Det bruges kun til at tælle.",
                "The notification came with the child's sex: " + sex.english() + ". It is used for counting alone.");
    }

    private Text notifier(Notification notification) {
        return both(language -> language.choose("Underretningen kom fra: ", "The notification came from: ")
                + code("notifier", notification.notifier(), language)
                + ".");
    }

    /** A professional gets feedback on a notification (BL § 138); whoever does not is a private or unknown person. */
    private String kind(Notification notification) {
        boolean professional = triage.demands(Set.of(), notification.notifier(), notification.anonymous()).stream()
                .anyMatch(demand -> demand.duty() == DutyKind.FEEDBACK);
        return professional ? "notifier" : PRIVATE_NOTIFIER;
    }

    private static Text done(Step step) {
        return switch (step.kind()) {
            case ASSESSED ->
                step.result().equals("acute")
                        ? new Text("Underretningen blev vurderet: akut.", "The notification was assessed: acute.")
                        : new Text(
                                "Underretningen blev vurderet: ikke akut.",
                                "The notification was assessed: not acute.");
            case RISK_ASSESSED -> new Text("Der blev lavet en risikovurdering.", "A risk assessment was made.");
            case CHILD_TALK_HELD -> new Text("Der blev talt med barnet.", "There was a talk with the child.");
            case CHILD_TALK_WAIVED -> new Text("Der blev ikke talt med barnet.", "There was no talk with the child.");
            case REASSESSED ->
                new Text(
                        "Sagen blev genvurderet sammen med en ny person.",
                        "The case was reassessed together with somebody new.");
            case PARENTS_CONTACTED -> new Text("Forældrene blev kontaktet.", "The parents were contacted.");
            case SCREENED -> screened(step.result());
            case ACKNOWLEDGED ->
                new Text(
                        "Modtagelsen blev bekræftet over for underretteren.",
                        "The receipt was acknowledged to the notifier.");
            case FEEDBACK_GIVEN -> new Text("Underretteren fik en tilbagemelding.", "The notifier got feedback.");
            case MEASURE_STARTED -> new Text("En indsats begyndte.", "A measure began.");
        };
    }

    private static Text screened(String result) {
        return switch (result) {
            case "no_further" ->
                new Text(
                        "Screeningen sluttede: ingen yderligere afklaring.",
                        "The screening ended: no further clarification.");
            case "clarification" ->
                new Text("Screeningen sluttede: afdækning (§ 19).", "The screening ended: clarification (§ 19).");
            default ->
                new Text(
                        "Screeningen sluttede: børnefaglig undersøgelse (§ 20).",
                        "The screening ended: children's assessment (§ 20).");
        };
    }

    private static Text told(Escalation told) {
        return told.level() == Escalation.Level.OVERDUE
                ? new Text(
                        "En frist for underretningen blev overskredet, og en medarbejder fik besked.",
                        "A deadline of the notification passed, and a member of staff was told.")
                : new Text(
                        "En frist for underretningen var nær, og en medarbejder fik besked.",
                        "A deadline of the notification was near, and a member of staff was told.");
    }

    private String code(String kind, String code, Language language) {
        return codes.notificationCode(kind, code)
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(code);
    }

    private static Text both(Function<Language, String> text) {
        return new Text(text.apply(Language.DANISH), text.apply(Language.ENGLISH));
    }
}
