package dk.rettidig.feed.page;

import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.feed.Deliveries;
import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryState;
import dk.rettidig.web.Language;
import dk.rettidig.web.SiteSection;
import dk.rettidig.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Deliveries in the navigation, and on the front page of the data team when something needs putting right. */
@Singleton
class DeliveriesSection implements SiteSection {

    private static final Set<String> READERS =
            Set.of(ActorKind.DATA_TEAM_PERSON.id(), ActorKind.TEAM_LEADER.id(), ActorKind.DATA_PROTECTION_OFFICER.id());

    /** Deliveries looked at for the front page: some days of a municipality with a dozen feeds. */
    private static final int LOOKED_AT = 50;

    private final Deliveries deliveries;
    private final CurrentActor actor;
    private final Clock clock;

    DeliveriesSection(Deliveries deliveries, CurrentActor actor, Clock clock) {
        this.deliveries = deliveries;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String path() {
        return "/deliveries";
    }

    @Override
    public String title(Language language) {
        return language.choose("Leverancer", "Deliveries");
    }

    @Override
    public boolean visibleTo(Visitor visitor) {
        return READERS.contains(visitor.role());
    }

    @Override
    public List<Today> today(Visitor visitor, Language language) {
        if (!visitor.role().equals(ActorKind.DATA_TEAM_PERSON.id())) {
            return List.of();
        }
        List<Delivery> latest = actor.get().municipality().stream()
                .flatMap(code ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> deliveries.of(code, clock.instant().plusSeconds(1), LOOKED_AT))
                                .stream())
                .toList();
        long wrong =
                latest.stream().filter(DeliveriesSection::needsPuttingRight).count();
        return wrong == 0 ? List.of() : List.of(today(wrong, language));
    }

    private static boolean needsPuttingRight(Delivery delivery) {
        return delivery.state() == DeliveryState.REJECTED
                || delivery.state() == DeliveryState.ABORTED
                || delivery.rows().quarantined() > 0;
    }

    private static Today today(long wrong, Language language) {
        return new Today(
                language.choose(
                        wrong == 1 ? "1 leverance skal rettes" : wrong + " leverancer skal rettes",
                        wrong == 1 ? "1 delivery needs putting right" : wrong + " deliveries need putting right"),
                language.choose(
                        "Afvist, afbrudt eller med tilbageholdte rækker. Du kan se hvilke linjer og hvorfor.",
                        "Rejected, aborted or with quarantined rows. You can see which lines and why."),
                "/deliveries",
                language.choose("Se leverancerne", "See the deliveries"));
    }
}
