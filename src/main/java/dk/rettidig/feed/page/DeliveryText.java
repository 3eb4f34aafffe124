package dk.rettidig.feed.page;

import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;
import java.util.Arrays;

/**
 * A delivery in words.
 *
 * @param reason why it was rejected and what to do; empty when it was not
 * @param code the stable code of the reason
 * @param quarantined rows that stayed out, for comparing with zero
 */
public record DeliveryText(
        String id,
        String feed,
        String registry,
        String note,
        String state,
        boolean received,
        boolean running,
        String started,
        String ended,
        String reason,
        String code,
        String valid,
        String quarantinedText,
        long quarantined,
        String repeated,
        String sha256) {

    static DeliveryText of(Delivery delivery, Language language) {
        return new DeliveryText(
                delivery.id().toString(),
                delivery.feed().value(),
                delivery.registry().value(),
                delivery.note().value(),
                language.choose(delivery.state().danish(), delivery.state().english()),
                delivery.state() == DeliveryState.FINISHED,
                delivery.state() == DeliveryState.RUNNING,
                Words.time(delivery.startedAt(), language),
                delivery.endedAt().map(at -> Words.time(at, language)).orElse(""),
                delivery.rejection().map(code -> reason(code, language)).orElse(""),
                delivery.rejection().orElse(""),
                Words.count(delivery.rows().valid(), language),
                Words.count(delivery.rows().quarantined(), language),
                delivery.rows().quarantined(),
                Words.count(delivery.rows().repeated(), language),
                delivery.sha256().text());
    }

    /** What to do about the rejection, in a sentence; an unknown code stands for itself. */
    private static String reason(String code, Language language) {
        return Arrays.stream(FeedErrorCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> language.choose(each.danish(), each.english()))
                .orElse(code);
    }
}
