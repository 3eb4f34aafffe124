package dk.rettidig.crash;

import dk.rettidig.crash.Person.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who put a number of the shape of a CPR number into every field, path and form that they can reach. */
final class CprVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN_COOKIE = Pattern.compile("csrf-token=[^;]+");
    private static final String WHY = "Set på skolen i dag, og lærer og barn fortæller det samme.";

    private final CprProbes probes;
    private final List<Answer> answers = new ArrayList<>();

    CprVisitor(CprProbes probes) {
        this.probes = probes;
    }

    List<Answer> answers() {
        return answers;
    }

    /** JSON bodies of keys, agreements and runs, field by field, and broken JSON. */
    void register(Person dataTeam, Person teamLeader, Registry like) {
        answers.add(dataTeam.post("/api/v1/registries/a/keys", Map.of("public_key", probes.in("public key"))));
        answers.add(
                dataTeam.post("/api/v1/registries/" + probes.in("registry path") + "/keys", Map.of("public_key", "x")));
        for (String field : like.agreement().keySet()) {
            Map<String, Object> agreement = new HashMap<>(like.agreement());
            agreement.put("id", "probe-" + field.replace('_', '-'));
            Object given = agreement.get(field);
            String number = probes.in("agreement " + field);
            agreement.put(
                    field,
                    given instanceof List ? List.of(number) : given instanceof Integer ? Long.valueOf(number) : number);
            answers.add(dataTeam.post("/api/v1/feeds", agreement));
        }
        for (String field : Traffic.runRequest().keySet()) {
            Map<String, Object> request = new HashMap<>(Traffic.runRequest());
            request.put(field, probes.in("run " + field));
            answers.add(teamLeader.post("/api/v1/runs", request));
        }
        Map<String, Object> request = new HashMap<>(Traffic.runRequest());
        request.put("indicators", List.of("A" + probes.in("run indicators")));
        answers.add(teamLeader.post("/api/v1/runs", request));
        request.put("indicators", List.of());
        request.put("model", "m/" + probes.in("run model version"));
        answers.add(teamLeader.post("/api/v1/runs", request));
        request.put("model", "m" + probes.in("run model name") + "/1.0.0");
        answers.add(teamLeader.post("/api/v1/runs", request));
        request.put("basis", "lb." + probes.hyphened("run basis after a point"));
        answers.add(teamLeader.post("/api/v1/runs", request));
        for (String path : List.of("/api/v1/feeds", "/api/v1/runs", "/api/v1/registries/a/keys")) {
            answers.add(dataTeam.send(dataTeam.to(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"" + probes.in("broken json " + path)))));
        }
    }

    /** The reader's way, as JSON. */
    void review(Person caseworker, String flag, String sealed, String version) {
        answers.add(
                caseworker.post(flag + "/own-view", Map.of("choice", probes.in("view choice"), "justification", WHY)));
        answers.add(caseworker.post(
                flag + "/own-view",
                Map.of("choice", "in_doubt", "justification", WHY + " " + probes.hyphened("view justification"))));
        for (String field :
                List.of("kind", "justification", "open_case", "aware_on", "how_told", "indicator", "other")) {
            Map<String, String> outcome = new HashMap<>(Map.of("kind", kindWith(field), "justification", WHY));
            outcome.put(field, WHY + " " + probes.in("outcome " + field));
            answers.add(caseworker.post(sealed + "/outcome", outcome, "If-Match", version));
        }
        answers.add(caseworker.post(
                sealed + "/outcome",
                Map.of("kind", "no_reason", "justification", WHY),
                "If-Match",
                "\"" + probes.in("if-match") + "\""));
    }

    /** The kind of outcome that reads the field; none for a field that nobody reads, so that nothing is concluded. */
    private static String kindWith(String field) {
        return switch (field.replaceFirst("-.*", "")) {
            case "open_case" -> "open_case";
            case "aware_on" -> "screening_opened";
            case "how_told" -> "counselling_offered";
            case "indicator" -> "value_wrong";
            case "other" -> "none";
            default -> "no_reason";
        };
    }

    /** The same as forms of pages, and the sign-in form. */
    void fillIn(Person caseworker, Person nobody, String flag, String sealed) {
        form(
                caseworker,
                flag,
                "/own-view",
                "choice=in_doubt&justification=" + WHY + probes.in("form view justification"));
        form(caseworker, flag, "/own-view", "choice=" + probes.in("form view choice") + "&justification=" + WHY);
        for (String field : List.of(
                "kind",
                "justification",
                "version",
                "open_case",
                "aware_on-day",
                "aware_on-month",
                "aware_on-year",
                "how_told",
                "indicator",
                "other")) {
            String rest = "kind=" + kindWith(field) + "&justification=" + WHY;
            String body = field + "=" + WHY + probes.in("form outcome " + field) + "&"
                    + rest.replaceFirst(field + "=[^&]*", "");
            form(caseworker, sealed, "/outcome", body);
        }
        answers.add(post(nobody, "/j_security_check", "", "j_username=" + probes.in("user name") + "&j_password=x"));
        answers.add(post(nobody, "/j_security_check", "", "j_username=demo-dpo&j_password=" + probes.in("password")));
    }

    private void form(Person person, String flag, String step, String body) {
        String page = flag.replace("/api/v1", "");
        Answer shown = person.send(person.to(step.equals("/outcome") ? page + "/weights" : page)
                .setHeader("Accept", "text/html")
                .GET());
        answers.add(shown);
        Matcher token = TOKEN.matcher(shown.body());
        String cookie = shown.headers().allValues("set-cookie").stream()
                .map(TOKEN_COOKIE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
        Matcher version = VERSION.matcher(shown.body());
        String hidden = (token.find() ? "&csrf-token=" + token.group(1) : "")
                + (version.find() && !body.startsWith("version") ? "&version=" + version.group(1) : "");
        answers.add(post(person, page + step, cookie, body + hidden));
    }

    private static Answer post(Person person, String path, String cookie, String body) {
        var request = person.to(path)
                .setHeader("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.replace(" ", "+")));
        return person.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    /** Paths and queries, of people who may and of somebody who may not. */
    void walk(List<Person> people) {
        int number = 0;
        for (Person person : people) {
            for (String path : List.of(
                    "/api/v1/flags/%s",
                    "/api/v1/flags?after=%s",
                    "/api/v1/deliveries/%s",
                    "/api/v1/deliveries?before=%s",
                    "/api/v1/runs/%s",
                    "/api/v1/feeds/%s",
                    "/api/v1/registries/%s/keys",
                    "/api/v1/ledger/entries/%s",
                    "/api/v1/ledger/entries?from=%s",
                    "/ledger/tile/0/%s",
                    "/flags/%s",
                    "/deliveries/%s",
                    "/%s",
                    "/sign-in?error=%s",
                    "/flags?q=%s")) {
                String probed = String.format(path, probes.in("path " + ++number + " " + path));
                answers.add(person.get(probed));
                answers.add(person.send(
                        person.to(probed).setHeader("Accept", "text/html").GET()));
            }
        }
    }
}
