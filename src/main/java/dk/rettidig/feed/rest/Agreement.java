package dk.rettidig.feed.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.intake.FeedDesk.Proposer;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.pseudonym.PseudonymDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed agreement as JSON. In a proposal {@code delimiter} is {@code ","} and {@code decimal_mark} {@code "."} when left
 * out, {@code maximum_age_days} 400; {@code municipality} and {@code state} are not read.
 */
@Schema(
        name = "Feed",
        requiredProperties = {"id", "registry", "source_kind", "indicators", "basis", "phase", "scope", "synthetic"})
record Agreement(
        @Nullable String id,
        @Schema(readOnly = true) @Nullable String municipality,
        @Nullable String registry,
        @Nullable String sourceKind,
        @Nullable List<String> indicators,
        @Nullable String basis,

        @Schema(enumeration = {"development", "shadow", "operation", "demo"}) @Nullable
        String phase,

        @Schema(enumeration = {"none", "notified", "open-case", "population"}) @Nullable
        String scope,

        @Nullable Boolean synthetic,

        @Schema(
                description = "In whose own domain the pseudonyms are, for instance 'school' for"
                        + " 999.child_support.school.1; left out, in the municipality's.",
                pattern = "[a-z][a-z_]{0,39}")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String pseudonymSource,

        @Schema(
                defaultValue = ",",
                enumeration = {",", ";"})
        @Nullable
        String delimiter,

        @Schema(
                defaultValue = ".",
                enumeration = {".", ","})
        @Nullable
        String decimalMark,

        @Schema(defaultValue = "400", minimum = "1", maximum = "3660") @Nullable
        Integer maximumAgeDays,

        @Schema(
                readOnly = true,
                enumeration = {"proposed", "approved"})
        @Nullable
        String state) {

    /** A year and a month: a delivery seldom reaches further back. Days. */
    private static final int DEFAULT_AGE_DAYS = 400;

    private static final int LONGEST_AGE_DAYS = 3660;

    static Agreement of(Feed feed) {
        return new Agreement(
                feed.id().value(),
                feed.municipality().value(),
                feed.registry().value(),
                feed.sourceKind(),
                feed.indicators().stream().map(IndicatorId::value).sorted().toList(),
                feed.basis().value(),
                feed.phase().id(),
                feed.scope().id(),
                feed.synthetic(),
                feed.source().orElse(null),
                String.valueOf(feed.csv().delimiter()),
                String.valueOf(feed.csv().decimalMark()),
                feed.maximumAgeDays(),
                feed.registration().approved() ? "approved" : "proposed");
    }

    /** The proposal as a feed of the proposer's municipality. */
    Feed toFeed(Proposer proposer) {
        return new Feed(
                parsed("id", id, FeedId::new),
                proposer.municipality(),
                parsed("registry", registry, RegistryId::new),
                parsed("source_kind", sourceKind, Agreement::sourceKind),
                parsed(
                        "indicators",
                        indicators,
                        ids -> ids.isEmpty()
                                ? null
                                : ids.stream().map(IndicatorId::new).collect(Collectors.toSet())),
                parsed("basis", basis, BasisId::new),
                parsed("phase", phase, text -> Phase.parse(text).orElse(null)),
                parsed("scope", scope, text -> ScopeKind.parse(text).orElse(null)),
                parsed("synthetic", synthetic, Function.identity()),
                ownSource(pseudonymSource),
                parsed("delimiter", List.of(or(delimiter, ","), or(decimalMark, ".")), Agreement::convention),
                parsed("maximum_age_days", maximumAgeDays == null ? DEFAULT_AGE_DAYS : maximumAgeDays, Agreement::age),
                new Feed.Registration(proposer.name(), Optional.empty()));
    }

    private static <T, R> R parsed(String field, @Nullable T given, Function<T, @Nullable R> parse) {
        try {
            R value = given == null ? null : parse.apply(given);
            if (value != null) {
                return value;
            }
        } catch (IllegalArgumentException malformed) {
            // Answered below with the field's name; what stood there is not repeated.
        }
        throw new FeedFault(FeedErrorCode.FEED_MALFORMED, Map.of("field", field));
    }

    private static String or(@Nullable String given, String standard) {
        return given == null ? standard : given;
    }

    private static @Nullable String sourceKind(String text) {
        return text.matches("[a-z][a-z-]{1,39}") ? text : null;
    }

    private static Optional<String> ownSource(@Nullable String text) {
        if (text != null && !PseudonymDomain.isSource(text)) {
            throw new FeedFault(FeedErrorCode.FEED_MALFORMED, Map.of("field", "pseudonym_source"));
        }
        return Optional.ofNullable(text);
    }

    private static @Nullable CsvConvention convention(List<String> marks) {
        return marks.get(0).length() == 1 && marks.get(1).length() == 1
                ? new CsvConvention(marks.get(0).charAt(0), marks.get(1).charAt(0))
                : null;
    }

    private static @Nullable Integer age(int days) {
        return days >= 1 && days <= LONGEST_AGE_DAYS ? days : null;
    }
}
