package dk.rettidig.feed.page;

import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.web.Language;
import dk.rettidig.web.Words;

/**
 * A delivery in words.
 *
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
                delivery.rejection().orElse(""),
                Words.count(delivery.rows().valid(), language),
                Words.count(delivery.rows().quarantined(), language),
                delivery.rows().quarantined(),
                Words.count(delivery.rows().repeated(), language),
                delivery.sha256().text());
    }
}
