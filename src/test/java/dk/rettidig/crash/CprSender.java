package dk.rettidig.crash;

import dk.rettidig.crash.Person.Answer;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.seal.Jws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A registry that puts a number of the shape of a CPR number into every place of a delivery, one delivery a place. */
final class CprSender {

    private static final String NDJSON = "application/x-ndjson";
    private static final String PSEUDONYM = "x".repeat(42) + "A";
    private static final List<String> COLUMNS =
            List.of("pseudonym", "indicator", "period_from", "period_to", "value", "known_at", "op");

    private final Registry registry;
    private final Person sender;
    private final CprProbes probes;
    private final List<Answer> answers = new ArrayList<>();
    private int sent;

    CprSender(Registry registry, Person sender, CprProbes probes) {
        this.registry = registry;
        this.sender = sender;
        this.probes = probes;
    }

    /** Delivers with a number in each place; returns what came back. */
    List<Answer> deliverEverywhere() {
        bodies();
        csv();
        claims();
        headers();
        return answers;
    }

    private void bodies() {
        String day = Registry.today().minusDays(20).toString();
        String good = "{\"pseudonym\":\"" + PSEUDONYM + "\",\"indicator\":\"SCH_ABS_UNL\",\"period_from\":\"" + day
                + "\",\"period_to\":\"" + day + "\",\"value\":0.1,\"known_at\":\"" + day
                + "T00:00:00Z\",\"op\":\"assert\"}";
        for (String column : COLUMNS) {
            String pattern = "\"" + column + "\":(\"[^\"]*\"|0.1)";
            body(good.replaceFirst(pattern, "\"" + column + "\":\"" + probes.in("ndjson " + column) + "\""));
            body(good.replaceFirst(pattern, "\"" + column + "\":\"a " + probes.hyphened("ndjson in " + column) + "\""));
        }
        body(good.replace("0.1", probes.in("ndjson number")));
        body(good.replace("0.1", "0." + probes.in("ndjson decimals")));
        body(good.replace("{", "{\"" + probes.in("ndjson member") + "\":1,"));
        body(good.replace("{", "{\"navn\":{\"cpr\":[\"" + probes.in("ndjson nested") + "\"]},"));
        body("not json " + probes.in("ndjson broken"));
        body("{\"pseudonym\":\"" + probes.in("ndjson cut"));
        body("x".repeat(17_000) + probes.in("ndjson long line"));
        body(good + "\n" + probes.in("ndjson last line"));
        body(escaped(good, probes.in("ndjson escaped")));
        byte[] zipped = gzip(good.replace("0.1", probes.in("gzip")));
        send(registry.parcel(id(), NDJSON, zipped, 1), "Content-Encoding", "gzip");
        byte[] unsigned = probes.in("wrong digest").getBytes(StandardCharsets.UTF_8);
        send(new Parcel(registry.feed(), NDJSON, registry.parcel(id(), good).note(), unsigned));
    }

    /** Digits as JSON escapes: what the parser makes of them counts. */
    private static String escaped(String row, String number) {
        StringBuilder escapes = new StringBuilder();
        number.chars().forEach(digit -> escapes.append("\\u00").append(Integer.toHexString(digit)));
        return row.replace("assert", escapes);
    }

    private void body(String rows) {
        send(registry.parcel(id(), rows));
    }

    private void csv() {
        String day = Registry.today().minusDays(20).toString();
        List<String> good = List.of(PSEUDONYM, "SCH_ABS_UNL", day, day, "0.1", day + "T00:00:00Z", "assert");
        for (int column = 0; column < COLUMNS.size(); column++) {
            List<String> row = new ArrayList<>(good);
            row.set(column, "\"" + probes.in("csv " + COLUMNS.get(column)) + "\"");
            csv(String.join(",", COLUMNS), String.join(",", row));
        }
        csv(String.join(",", COLUMNS) + "," + probes.in("csv header"), String.join(",", good));
        csv(String.join(",", COLUMNS), String.join(",", good) + "," + probes.in("csv column too many"));
        csv(String.join(",", COLUMNS), "\"" + probes.in("csv open quote"));
        csv(probes.in("csv without header"), "1");
    }

    private void csv(String header, String row) {
        byte[] wire = (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        send(registry.parcel(id(), "text/csv", wire, 1));
    }

    private void claims() {
        byte[] wire = "".getBytes(StandardCharsets.UTF_8);
        DeliveryNote note = registry.note(id(), Registry.sha256(wire), 0);
        String claims = payload(note.signedWith(registry.key()));
        Map<String, String> spoiled = Map.of(
                "iss", claims.replaceFirst("\"iss\":\"[^\"]*\"", "\"iss\":\"" + probes.in("claim iss") + "\""),
                "jti", claims.replaceFirst("\"jti\":\"[^\"]*\"", "\"jti\":\"" + probes.hyphened("claim jti") + "\""),
                "feed", claims.replaceFirst("\"feed\":\"[^\"]*\"", "\"feed\":\"" + probes.in("claim feed") + "\""),
                "municipality", claims.replace("\"999\"", "\"" + probes.in("claim municipality") + "\""),
                "period", claims.replaceFirst("\"from\":\"[^\"]*\"", "\"from\":\"" + probes.in("claim period") + "\""),
                "indicators", claims.replace("SCH_ABS_UNL", probes.in("claim indicators")),
                "rows", claims.replace("\"rows\":0", "\"rows\":" + probes.in("claim rows")),
                "mode", claims.replace("\"delta\"", "\"" + probes.in("claim mode") + "\""),
                "sha256",
                        claims.replaceFirst(
                                "\"sha256\":\"[^\"]*\"", "\"sha256\":\"" + probes.in("claim sha256") + "\""),
                "more", claims.replaceFirst("\\{", "{\"" + probes.in("claim unknown") + "\":1,"));
        spoiled.values()
                .forEach(text -> send(new Parcel(
                        registry.feed(),
                        NDJSON,
                        Jws.sign(registry.key(), DeliveryNote.TYPE, text.getBytes(StandardCharsets.UTF_8)),
                        wire)));
        send(new Parcel(registry.feed(), NDJSON, probes.in("note itself"), wire));
        send(new Parcel(probes.in("feed in path"), NDJSON, note.signedWith(registry.key()), wire));
    }

    private static String payload(String jws) {
        return new String(
                java.util.Base64.getUrlDecoder().decode(jws.substring(jws.indexOf('.') + 1, jws.lastIndexOf('.'))),
                StandardCharsets.UTF_8);
    }

    private void headers() {
        Parcel parcel = registry.parcel(id(), "");
        send(parcel, "User-Agent", probes.in("user agent"));
        send(parcel, "X-Name", probes.in("any header"));
        send(parcel, "Accept-Language", probes.in("accept language"));
        send(parcel, "Content-Encoding", probes.in("content encoding"));
        send(parcel, "Rettidig-Correlation-Id", probes.in("correlation id"));
        send(new Parcel(registry.feed(), "text/csv; name=" + probes.in("content type"), parcel.note(), parcel.wire()));
    }

    private void send(Parcel parcel, String... headers) {
        var request = sender.to("/api/v1/feeds/" + parcel.feed() + "/deliveries?q=" + probes.in("query " + ++sent))
                .header("Content-Type", parcel.contentType())
                .header(DeliveryNote.HEADER, parcel.note())
                .POST(BodyPublishers.ofByteArray(parcel.wire()));
        answers.add(sender.send(headers.length > 0 ? request.headers(headers) : request));
    }

    private String id() {
        return "probe-" + ++sent;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return wire.toByteArray();
    }
}
