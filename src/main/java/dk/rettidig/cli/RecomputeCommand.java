package dk.rettidig.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.gate.Policies;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.scoring.AsOf;
import dk.rettidig.scoring.KnownValue;
import dk.rettidig.scoring.ModelIntegrityException;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.scoring.ReleaseKeys;
import dk.rettidig.scoring.ReleasedModel;
import dk.rettidig.scoring.ReleasedModels;
import dk.rettidig.scoring.ScoringResult;
import dk.rettidig.seal.SealException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code recompute}: does the calculations of an extract again, years later and without the service: same release, same
 * values, the same double.
 */
@Command(
        name = "recompute",
        mixinStandardHelpOptions = true,
        description = {
            "Regner beregningerne i en udskrift efter: samme model, samme oplysninger, samme tal til sidste bit.",
            "Does the calculations of an extract (JSON) again: same model, same values, the same number to the last bit.",
            "Exit codes: 0 all are the same, 1 one is not or the release may not be used, 2 wrong use or not readable."
        })
final class RecomputeCommand implements Callable<Integer> {

    private static final int WRONG = 1;
    private static final int USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Parameters(paramLabel = "EXTRACT", description = "The extract as JSON.")
    @SuppressWarnings("NullAway.Init") // required
    private Path extract;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Where releases lie (DIR/name/version); without it those that come with this program.")
    private @Nullable Path models;

    @Option(
            names = "--release-keys",
            paramLabel = "FILE",
            description = "Public release keys, one a line; without it those that come with this program.")
    private @Nullable Path keys;

    /** What an extract says of one calculation. */
    private record Claim(int number, ModelRef model, AsOf asOf, List<KnownValue> values, double probability) {}

    @Override
    public Integer call() throws PolicySetException {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            List<Claim> claims = claims(new ObjectMapper().readTree(extract.toFile()));
            if (claims.isEmpty()) {
                errors.println("Udskriften rummer ingen beregning. / The extract holds no calculation.");
                return USAGE;
            }
            ReleasedModels releases =
                    releases(Policies.load(PolicySetReader.shipped()).indicators());
            boolean same = true;
            for (Claim claim : claims) {
                same &= same(claim, releases);
            }
            return same ? 0 : WRONG;
        } catch (ModelIntegrityException notUsable) {
            errors.println(notUsable.getMessage());
            return WRONG;
        } catch (IOException | SealException | DateTimeException | IllegalArgumentException unreadable) {
            errors.println("Kan ikke læses / cannot be read: " + extract.getFileName()
                    + ": expected an extract as JSON (" + unreadable.getClass().getSimpleName() + ")");
            return USAGE;
        }
    }

    private ReleasedModels releases(IndicatorCatalogue catalogue) throws IOException, SealException {
        ReleaseKeys trusted = keys == null ? ReleaseKeys.packaged() : ReleaseKeys.parse(Files.readString(keys));
        return models == null ? ReleasedModels.packaged(catalogue) : ReleasedModels.in(models, trusted, catalogue);
    }

    private static List<Claim> claims(JsonNode document) {
        if (!document.path("format").asText().startsWith("rettidig-extract/")) {
            throw new IllegalArgumentException("no extract");
        }
        List<Claim> claims = new ArrayList<>();
        for (JsonNode entry : document.path("entries")) {
            JsonNode score = entry.path("score");
            if (!score.isMissingNode()) {
                claims.add(new Claim(
                        entry.path("number").asInt(),
                        ModelRef.parse(score.path("model").asText()),
                        AsOf.endOf(LocalDate.parse(score.path("as_of").asText())),
                        values(score.path("inputs")),
                        number(score.path("probability"))));
            }
        }
        return claims;
    }

    private static List<KnownValue> values(JsonNode inputs) {
        List<KnownValue> values = new ArrayList<>();
        for (JsonNode input : inputs) {
            values.add(new KnownValue(
                    new IndicatorId(input.path("indicator").asText()),
                    LocalDate.parse(input.path("from").asText()),
                    LocalDate.parse(input.path("to").asText()),
                    number(input.path("value")),
                    Instant.parse(input.path("known_at").asText()),
                    false));
        }
        return values;
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("a number is missing");
        }
        return node.doubleValue();
    }

    private boolean same(Claim claim, ReleasedModels releases) throws ModelIntegrityException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<ReleasedModel> model = releases.find(claim.model());
        if (model.isEmpty()) {
            out.printf(
                    "%d. %s: modellen er ikke her, angiv --models / the release is not here, give --models%n",
                    claim.number(), claim.model());
            return false;
        }
        ScoringResult result = model.get().scorer().score(claim.asOf(), claim.values());
        boolean same = result instanceof ScoringResult.Scored scored
                && Double.doubleToLongBits(scored.probability()) == Double.doubleToLongBits(claim.probability());
        String found = result instanceof ScoringResult.Scored scored ? Double.toString(scored.probability()) : "-";
        out.printf(
                "%d. %s (%s): %s, %s %s%n",
                claim.number(),
                claim.model(),
                model.get().digest(),
                claim.probability(),
                found,
                same ? "= samme til sidste bit / the same to the last bit" : "≠ IKKE DET SAMME / NOT THE SAME");
        return same;
    }
}
