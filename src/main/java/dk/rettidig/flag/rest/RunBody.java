package dk.rettidig.flag.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.scoring.ModelRef;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for. Every field but {@code indicators} is needed.
 *
 * @param model {@code name/version} of a release
 * @param asOf ISO 8601 date
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(
        name = "RunRequest",
        requiredProperties = {"municipality", "basis", "phase", "scope", "model", "as_of"})
public record RunBody(
        @Schema(pattern = "^[1-9][0-9]{2}$") @Nullable String municipality,
        @Nullable String basis,

        @Schema(enumeration = {"development", "shadow", "operation", "demo"}) @Nullable
        String phase,

        @Schema(enumeration = {"none", "notified", "open-case", "population"}) @Nullable
        String scope,

        @Schema(description = "name/version of a release.") @Nullable
        String model,

        @Nullable List<String> indicators,

        @Schema(format = "date", description = "Not in the future.") @Nullable
        String asOf) {

    /**
     * The request that the body spells.
     *
     * @throws FlagFault {@code flag_request_incomplete}, naming the field
     */
    RunRequest request() {
        return new RunRequest(
                field("municipality", municipality, text -> Optional.of(new MunicipalityCode(text))),
                field("basis", basis, text -> Optional.of(new BasisId(text))),
                field("phase", phase, Phase::parse),
                field("scope", scope, ScopeKind::parse),
                field("model", model, text -> Optional.of(ModelRef.parse(text))),
                named(),
                field("as_of", asOf, text -> Optional.of(LocalDate.parse(text))));
    }

    private Set<IndicatorId> named() {
        return indicators == null
                ? Set.of()
                : indicators.stream()
                        .map(each -> field("indicators", each, text -> Optional.of(new IndicatorId(text))))
                        .collect(Collectors.toSet());
    }

    private static <T> T field(String name, @Nullable String text, Function<String, Optional<T>> parse) {
        try {
            return Optional.ofNullable(text).flatMap(parse).orElseThrow(() -> incomplete(name));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw incomplete(name);
        }
    }

    private static FlagFault incomplete(String field) {
        return new FlagFault(FlagErrorCode.REQUEST_INCOMPLETE, Map.of("field", field));
    }
}
