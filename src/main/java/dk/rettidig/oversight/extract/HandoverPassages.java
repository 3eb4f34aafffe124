package dk.rettidig.oversight.extract;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.handover.Act;
import dk.rettidig.handover.ActKind;
import dk.rettidig.handover.Handover;
import dk.rettidig.handover.Handovers;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.HandoverRegister;
import dk.rettidig.law.HandoverSide;
import dk.rettidig.law.Purpose;
import dk.rettidig.notification.NotificationGrounds;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.text.Justification;
import dk.rettidig.web.Language;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Handovers about the child, as the own municipality knows them: at the receiver the contents only once somebody there opened
 * it. Names nobody. What people wrote in words of their own is an entry of its own, so that it can be withheld and the rest given.
 */
@Singleton
class HandoverPassages {

    private static final String KIND = "handover";

    /** Words of a person. */
    private static final String WORDS = "handover_words";

    private final Handovers handovers;
    private final HandoverRegister register;
    private final CodeRegister codes;
    private final NotificationGrounds bases;
    private final Grounds grounds;

    HandoverPassages(
            Handovers handovers,
            HandoverRegister register,
            CodeRegister codes,
            NotificationGrounds bases,
            Grounds grounds) {
        this.handovers = handovers;
        this.register = register;
        this.codes = codes;
        this.bases = bases;
        this.grounds = grounds;
    }

    List<Passage> of(MunicipalityCode municipality, Pseudonym child) {
        BasisId basis = bases.basis(municipality);
        List<Passage> passages = new ArrayList<>();
        for (Handovers.Filed filed : handovers.ofChild(municipality, child)) {
            boolean sent = filed.own().side() == HandoverSide.SENDER;
            String other = name(filed.own().other());
            Optional<Handover> contents = filed.contents();
            Instant at = filed.handover()
                    .flatMap(each -> sent ? Optional.of(each.sentAt()) : each.deliveredAt())
                    .orElse(filed.own().announcedAt());
            passages.add(passage(at, KIND, sent ? sent(other) : received(other), basis));
            contents.ifPresent(each -> passages.add(passage(at, KIND, contents(each), basis)));
            contents.flatMap(Handover::remark)
                    .ifPresent(remark -> passages.add(passage(at, WORDS, words(remark), basis)));
            for (Act act : filed.acts()) {
                passages.add(passage(act.at(), KIND, done(act), basis));
                act.because().ifPresent(why -> passages.add(passage(act.at(), WORDS, words(why), basis)));
            }
        }
        return passages;
    }

    private Passage passage(Instant at, String kind, Text text, BasisId basis) {
        return Passage.plain(
                at,
                kind,
                text,
                Optional.of(Grounds.of(Purpose.CHILD_SUPPORT)),
                Optional.of(grounds.of(basis)),
                OptionalLong.empty());
    }

    private String name(MunicipalityCode code) {
        return codes.municipality(code.value())
                .map(CodeRegister.Municipality::name)
                .orElse(code.value());
    }

    private static Text sent(String other) {
        return new Text(
                "Kommunen overdrog barnet til en anden kommune, som barnet flytter til: " + other + ".",
                "The municipality handed the child over to another one that the child moves to: " + other + ".");
    }

    private static Text received(String other) {
        return new Text(
                "Kommunen modtog en overdragelse af barnet fra den kommune, som barnet flytter fra: " + other + ".",
                "The municipality received a handover of the child from the one that the child leaves: " + other + ".");
    }

    private Text contents(Handover handover) {
        return both(
                language -> language.choose("Barnet flytter den ", "The child moves on ") + handover.movedOn() + ". "
                        + language.choose("Grunde: ", "Grounds: ") + grounds(handover.grounds(), language) + ". "
                        + language.choose("Materiale, der blev sendt: ", "Material that was sent: ")
                        + materials(handover.materials(), language) + ".");
    }

    private String grounds(Collection<String> ids, Language language) {
        return register.grounds().stream()
                .filter(each -> ids.contains(each.id()))
                .map(each -> language.choose(each.danish(), each.english()))
                .collect(Collectors.joining("; "));
    }

    private String materials(Collection<String> ids, Language language) {
        return register.materials().stream()
                .filter(each -> ids.contains(each.id()))
                .map(each -> language.choose(each.danish(), each.english()))
                .collect(Collectors.joining("; "));
    }

    private static Text words(Justification text) {
        return new Text("I overdragelsen står: " + text.text(), "The handover says: " + text.text());
    }

    private Text done(Act act) {
        return switch (act.kind()) {
            case OPENED ->
                new Text(
                        "Den modtagende kommune åbnede overdragelsen.",
                        "The receiving municipality opened the handover.");
            case ANSWERED ->
                both(language ->
                        language.choose("Den modtagende kommune svarede: ", "The receiving municipality answered: ")
                                + answer(act, language) + ".");
            case SUPPLEMENTED ->
                both(language -> language.choose("Der blev eftersendt materiale: ", "More material was sent: ")
                        + materials(act.materials(), language) + ".");
            case CLOSED ->
                act.code().equals(ActKind.SETTLED)
                        ? new Text(
                                "Den afsendende kommune afsluttede overdragelsen.",
                                "The sending municipality closed the handover.")
                        : new Text(
                                "Den afsendende kommune trak overdragelsen tilbage.",
                                "The sending municipality withdrew the handover.");
        };
    }

    private String answer(Act act, Language language) {
        return switch (act.code()) {
            case "taken_over" -> language.choose("den overtager barnets sag", "it takes the child's case over");
            case "no_need" -> language.choose("vurderet, ikke behov for støtte", "assessed, no need of support");
            case "not_resident" -> language.choose("barnet bor ikke der", "the child does not live there");
            default -> language.choose("den mangler ", "it asks for ") + materials(act.materials(), language);
        };
    }

    private static Text both(Function<Language, String> text) {
        return new Text(text.apply(Language.DANISH), text.apply(Language.ENGLISH));
    }
}
