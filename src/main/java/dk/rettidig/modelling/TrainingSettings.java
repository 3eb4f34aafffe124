package dk.rettidig.modelling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.Direction;
import dk.rettidig.scoring.ManifestYaml;
import dk.rettidig.scoring.MissingRule;
import dk.rettidig.scoring.ModelManifest;
import dk.rettidig.scoring.ModelRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a training run depends on: {@code models/settings/*.yaml}. Equal settings, JDK and architecture give equal
 * bytes.
 *
 * @param model the release to make, {@code name/version}
 * @param target {@link ModelManifest#TARGET}; anything else is refused
 * @param seed of splits, the trainer and the bootstrap
 * @param trainedAt what stands in the model as the moment of training, ISO 8601; {@code SOURCE_DATE_EPOCH} goes before it
 */
public record TrainingSettings(
        String model,
        String target,
        long seed,
        String trainedAt,
        Cohorts data,
        Split split,
        Trainer trainer,
        Abstention abstention,
        List<Feature> features) {

    public TrainingSettings {
        features = List.copyOf(features);
    }

    /** Where the rows come from: an earlier cohort for fitting and calibration, a later one for testing. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Data.class), @JsonSubTypes.Type(Folders.class)})
    public sealed interface Cohorts {

        /** The earlier cohort. */
        Cohort train();

        /** The later cohort. */
        Cohort test();
    }

    /**
     * Invented children.
     *
     * @param seed of the population: one, over the years
     * @param children of the invented municipality 999; 0 means all 98 municipalities in their own size
     * @param scopeDays longest time in scope, days: only notified children are assessed, so only they have an outcome
     * @param train the earlier cohort, for fitting and calibration
     * @param test the later cohort
     */
    public record Data(long seed, int children, int scopeDays, Cohort train, Cohort test) implements Cohorts {

        /** Whole years from a cohort to the test cohort. */
        int yearsBefore(Cohort cohort) {
            int years = test.day().getYear() - cohort.day().getYear();
            if (!cohort.day().plusYears(years).equals(test.day())) {
                throw new ModellingFault(
                        ModellingErrorCode.SPLIT_IN_TIME,
                        Map.of("earliest", cohort.day().plusYears(1).toString()));
            }
            return years;
        }
    }

    /**
     * Pseudonymised rows that a data team drew (docs/training.md).
     *
     * @param folders each with a folder for each as-of day
     * @param municipalities three-digit codes of those whose children these are; 999 alone means that nobody exists
     * @param approval what permits it
     */
    public record Folders(
            List<String> folders, List<String> municipalities, Approval approval, Cohort train, Cohort test)
            implements Cohorts {

        public Folders {
            folders = List.copyOf(folders);
            municipalities = List.copyOf(municipalities);
        }
    }

    /**
     * The legal basis and the legal reviewer's signature for it, as the rules of real people's data want them; see {@link
     * dk.rettidig.law.BasisSignature}. All blank for municipality 999.
     *
     * @param basis an id of legal-bases.yaml
     * @param signedAt ISO 8601
     */
    public record Approval(
            String basis,
            String signedAt,
            String dpiaWithDpoAdvice,
            String fria,
            String notices,
            String euRegistration) {}

    /** The population as of one day. */
    public record Cohort(String asOf) {

        /** The as-of day. */
        public LocalDate day() {
            return LocalDate.parse(asOf);
        }
    }

    /** Shares of the families, per cent; they add up to 100. */
    public record Split(int train, int calibrate, int test) {

        public Split {
            if (train <= 0 || calibrate <= 0 || test <= 0 || train + calibrate + test != 100) {
                throw new IllegalArgumentException("a split has three positive shares that add up to 100");
            }
        }
    }

    /**
     * Tribuo's linear trainer with AdaGrad.
     *
     * @param minimumBin children that a bin must have in training; smaller ones are merged with the next
     * @param minimumGain log-loss (nats a child, calibration data) that an indicator must save to be kept
     * @param bootstrap resamples of families for the intervals
     */
    public record Trainer(
            int epochs, double learningRate, int minibatch, int minimumBin, double minimumGain, int bootstrap) {}

    /** See {@link dk.rettidig.scoring.AbstentionRules}; {@code surpriseQuantile} is the share of training that must pass. */
    public record Abstention(
            int minimumLiveSources, int maximumStale, int minimumTrainingCount, double surpriseQuantile) {}

    /** An input to try; see {@link dk.rettidig.scoring.FeatureDefinition}. */
    public record Feature(
            IndicatorId indicator,
            String source,
            int windowDays,
            Direction direction,
            MissingRule missing,
            List<Double> edges,
            List<Integer> categories) {

        public Feature {
            edges = List.copyOf(edges);
            categories = List.copyOf(categories);
        }
    }

    /** Reads a settings file. */
    public static TrainingSettings read(Path file) {
        try {
            return ManifestYaml.read(Files.readAllBytes(file), TrainingSettings.class);
        } catch (JsonMappingException e) {
            String field = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .collect(Collectors.joining("."));
            throw new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, Map.of("field", field), e);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, Map.of("line", line), e);
        } catch (IOException e) {
            throw new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, Map.of("file", "unreadable"), e);
        }
    }

    /** The release to make. */
    public ModelRef ref() {
        return ModelRef.parse(model);
    }

    /**
     * The same settings with the moment of {@code SOURCE_DATE_EPOCH} (reproducible-builds.org), if that is set.
     *
     * @param epochSeconds seconds since 1970-01-01T00:00Z, or null
     */
    public TrainingSettings dated(@Nullable String epochSeconds) {
        if (epochSeconds == null || epochSeconds.isBlank()) {
            return this;
        }
        try {
            String moment = Instant.ofEpochSecond(Long.parseLong(epochSeconds)).toString();
            return new TrainingSettings(model, target, seed, moment, data, split, trainer, abstention, features);
        } catch (NumberFormatException e) {
            throw new ModellingFault(ModellingErrorCode.SETTINGS_MALFORMED, Map.of("variable", "SOURCE_DATE_EPOCH"), e);
        }
    }

    /** The same settings with another seed for splitting nothing and training everything anew: the rows stay. */
    public TrainingSettings withTrainerSeed(long other) {
        return new TrainingSettings(model, target, other, trainedAt, data, split, trainer, abstention, features);
    }

    /** The moment of training as it is written. */
    public Instant trainedMoment() {
        return Instant.parse(trainedAt);
    }
}
