package dk.rettidig.cli.bench;

import dk.rettidig.cli.database.EmbeddedDatabase;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.scoring.FeatureDefinition;
import dk.rettidig.scoring.ReleasedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Observations of a synthetic population, drawn from the bins of the model's training and loaded once by binary COPY, one
 * indicator after the other as feeds deliver them, in random order of the key.
 */
final class ScoreData {

    /** Indicators a child has, those of the model first. */
    static final int INDICATORS = 12;

    /** Unblocked indicators that fill the dozen when the model reads fewer. */
    private static final List<String> OTHERS =
            List.of("NOTIF_SINCE", "NOTIF_GROUP", "PAR_BENEFIT", "RES_MOVES", "SUP_EARLIER", "SUP_RUNNING");

    private static final int ROW_BYTES = 2 + 6 + 36 + 6 + 8 + 8 + 12 + 12 + 5 + 12;
    private static final int HEADER_BYTES = 19;
    private static final int ROWS_A_WRITE = 4_096;

    /** PostgreSQL counts days from 2000-01-01. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long MICROS_A_DAY = 86_400_000_000L;

    /** Days before today on which every period ends: fresh for every indicator. */
    private static final int AGE_DAYS = 15;

    private static final long SEED = 42;

    private final List<FeatureDefinition> features;
    private final IndicatorCatalogue catalogue;
    private final int day;
    private final byte[] block = new byte[HEADER_BYTES + ROWS_A_WRITE * ROW_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(block);
    private final SplittableRandom random = new SplittableRandom(SEED);

    ScoreData(ReleasedModel model, IndicatorCatalogue catalogue, LocalDate today) {
        this.features = model.features();
        this.catalogue = catalogue;
        this.day = (int) today.toEpochDay() - EPOCH_DAYS - AGE_DAYS;
    }

    void load(EmbeddedDatabase database, long children) throws IOException {
        try (Connection connection = database.superuser()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy observation_m999 (municipality, pseudonym, indicator, period_from, period_to,"
                            + " known_at, value, retracted, delivery) from stdin (format binary)");
            write(copy, children);
            copy.endCopy();
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze observation_m999");
                statement.execute("checkpoint");
            }
        } catch (SQLException failure) {
            throw new IOException("the observations cannot be loaded", failure);
        }
    }

    private void write(CopyIn copy, long children) throws SQLException {
        buffer.put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0})
                .putInt(0)
                .putInt(0);
        MessageDigest digest = sha256();
        for (short indicator : codes()) {
            FeatureDefinition feature = feature(indicator);
            for (long child = 0; child < children; child++) {
                byte[] pseudonym = digest.digest(
                        ByteBuffer.allocate(Long.BYTES).putLong(child).array());
                row(pseudonym, indicator, feature == null ? 1 : value(feature));
                if (buffer.remaining() < ROW_BYTES) {
                    flush(copy);
                }
            }
        }
        flush(copy);
        byte[] trailer = {-1, -1};
        copy.writeToCopy(trailer, 0, trailer.length);
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(block, 0, buffer.position());
        buffer.clear();
    }

    private void row(byte[] pseudonym, short indicator, double value) {
        ByteBuffer to = buffer;
        to.putShort((short) 9);
        to.putInt(2).putShort((short) 999);
        to.putInt(pseudonym.length).put(pseudonym);
        to.putInt(2).putShort(indicator);
        to.putInt(4).putInt(day - 30);
        to.putInt(4).putInt(day);
        to.putInt(8).putLong((day + 1) * MICROS_A_DAY);
        to.putInt(8).putDouble(value);
        to.putInt(1).put((byte) 0);
        to.putInt(8).putLong(1);
    }

    private List<Short> codes() {
        List<IndicatorId> ids = new ArrayList<>(
                features.stream().map(FeatureDefinition::indicator).toList());
        OTHERS.stream()
                .map(IndicatorId::new)
                .filter(id -> !ids.contains(id))
                .limit(Math.max(0, INDICATORS - features.size()))
                .forEach(ids::add);
        return ids.stream()
                .limit(INDICATORS)
                .map(id -> catalogue.find(id).orElseThrow().code())
                .toList();
    }

    private @org.jspecify.annotations.Nullable FeatureDefinition feature(short code) {
        return features.stream()
                .filter(each -> catalogue.find(each.indicator()).orElseThrow().code() == code)
                .findFirst()
                .orElse(null);
    }

    /** A value of a bin drawn by how many children training had in it. */
    private double value(FeatureDefinition feature) {
        int total =
                feature.trainingCounts().stream().mapToInt(Integer::intValue).sum();
        int drawn = random.nextInt(total);
        int bin = 0;
        while (drawn >= feature.trainingCounts().get(bin)) {
            drawn -= feature.trainingCounts().get(bin++);
        }
        if (feature.edges().isEmpty()) {
            return feature.categories().get(bin);
        }
        return bin == 0 ? 0 : feature.edges().get(bin - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
