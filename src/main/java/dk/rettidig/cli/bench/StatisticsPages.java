package dk.rettidig.cli.bench;

import dk.rettidig.access.DemoPerson;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of statistics as a signed-in person asks for them over HTTP. */
final class StatisticsPages {

    private static final int WARM_UP = 20;
    private static final int ASKED = 50;
    private static final List<String> PAGES = List.of(
            "/statistics",
            "/statistics?period=month&by=total",
            "/statistics?period=month&by=notifier",
            "/statistics?by=cause",
            "/statistics?by=age",
            "/statistics?by=sex");

    private final NotificationReplay.Setting setting;
    private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();

    StatisticsPages(NotificationReplay.Setting setting) {
        this.setting = setting;
    }

    /** Publishes the editions of the replayed year for the years before it as well. */
    void fill(int years) throws IOException {
        try (Connection connection = setting.database().superuser();
                Statement statement = connection.createStatement()) {
            String earlier = "(left(edition, 4)::int - k)::text || substr(edition, 5)";
            String of = " from %s cross join generate_series(1, " + (years - 1) + ") k where left(edition, 4) ="
                    + " (select max(edition) from notification_edition where period = 'year')";
            statement.execute("insert into notification_edition select municipality, " + earlier + ", period,"
                    + " (last_day - make_interval(years => k))::date, published_at, margin, whole"
                    + of.formatted("notification_edition"));
            statement.execute("insert into notification_figure select municipality, " + earlier
                    + ", dimension, category, measure, figure" + of.formatted("notification_figure"));
            statement.execute("analyze notification_edition, notification_figure");
        } catch (SQLException failure) {
            throw new IOException("the years before cannot be filled in", failure);
        }
    }

    /** The median over all pages, in milliseconds. */
    double median() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            signIn(client);
            for (String page : PAGES) {
                List<Double> figures = new ArrayList<>();
                for (int turn = 0; turn < WARM_UP + ASKED; turn++) {
                    double figure = ask(client, page);
                    if (turn >= WARM_UP) {
                        figures.add(figure);
                    }
                }
                milliseconds.put(page, figures);
            }
        }
        return Alternating.median(
                milliseconds.values().stream().flatMap(List::stream).toList());
    }

    Map<String, Object> detail(int years) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("years", years);
        milliseconds.forEach((page, figures) -> detail.put(page, Alternating.median(figures)));
        return detail;
    }

    private void signIn(HttpClient client) throws IOException, InterruptedException {
        String form = "j_username=" + DemoPerson.TEAM_LEADER.username() + "&j_password=" + setting.password();
        client.send(
                HttpRequest.newBuilder(address("/j_security_check"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private double ask(HttpClient client, String page) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address(page)).build(), BodyHandlers.ofString());
        double figure = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return figure;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + setting.port() + path);
    }
}
