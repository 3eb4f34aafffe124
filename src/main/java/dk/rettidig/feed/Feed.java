package dk.rettidig.feed;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.scope.Conclusions;
import dk.rettidig.scope.Scopes;
import java.util.Optional;
import java.util.Set;

/**
 * A feed agreement: what one registry of one municipality delivers, under which basis, how far the processing has come and
 * whom it may reach. Proposed by one person, approved by another; an approved one is never changed, only followed by a new
 * one.
 *
 * @param source in whose own domain its pseudonyms are (ADR 0116); left out, they are in the municipality's
 * @param maximumAgeDays how many days before a delivery its note's period may begin, at most
 * @param synthetic whether all its data are marked synthetic
 */
public record Feed(
        FeedId id,
        MunicipalityCode municipality,
        RegistryId registry,
        String sourceKind,
        Set<IndicatorId> indicators,
        BasisId basis,
        Phase phase,
        ScopeKind scope,
        boolean synthetic,
        Optional<String> source,
        CsvConvention csv,
        int maximumAgeDays,
        Registration registration) {

    /** The one indicator of a feed whose rows are notifications. */
    public static final IndicatorId NOTIFICATIONS = new IndicatorId("NOTIFICATION_RECEIVED");

    public Feed {
        indicators = Set.copyOf(indicators);
        source.ifPresent(name -> {
            if (!PseudonymDomain.isSource(name)) {
                throw new IllegalArgumentException("a source is called in snake case, at most 40 characters");
            }
        });
    }

    /** Whether the feed fills scope instead of delivering observations. */
    public boolean fillsScope() {
        return indicators.stream().anyMatch(Scopes.MARKERS::contains);
    }

    /** Whether the feed delivers how screenings ended instead of observations. */
    public boolean concludes() {
        return indicators.contains(Conclusions.CONCLUDED);
    }

    /** Whether the feed brings notifications of concern from the municipality's own intake instead of observations. */
    public boolean bringsNotifications() {
        return indicators.contains(NOTIFICATIONS);
    }

    /** Whether its rows are observations, which may become features. */
    public boolean observes() {
        return !fillsScope() && !concludes() && !bringsNotifications();
    }

    /** Who proposed and who approved; a feed counts when it has been approved. */
    public record Registration(ActorName proposedBy, Optional<ActorName> approvedBy) {
        /** Whether two people stand behind it. */
        public boolean approved() {
            return approvedBy.isPresent();
        }
    }
}
