package dk.rettidig.cli.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where files of a watched folder go when the service has spoken: {@code done/} with the receipt beside them, or {@code
 * refused/} with a report that says line and reason. Nothing is ever overwritten: a name that is taken gets a number.
 */
final class Outbox {

    private final Path folder;

    /** Makes both folders. */
    Outbox(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("refused"));
    }

    /** Writes what is said about the file first and moves it then: stopped in between, it is sent and moved again. */
    void file(Path file, Outcome outcome) throws IOException {
        Path target = folder.resolve(outcome.allTaken() ? "done" : "refused");
        Files.createDirectories(target);
        Path place = free(target, file.getFileName().toString());
        if (!outcome.answer().isEmpty()) {
            write(place, outcome.allTaken() ? ".receipt.json" : ".answer.json", outcome.answer());
        }
        if (!outcome.allTaken()) {
            write(place, ".report.txt", report(outcome));
        }
        Files.move(file, place);
    }

    private static String report(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(outcome.headline());
        lines.addAll(outcome.details());
        lines.add("");
        if (outcome.kind() == Outcome.Kind.HELD_BACK) {
            lines.add("De øvrige rækker er modtaget. Ret linjerne, og læg kun dem i mappen som en ny fil.");
            lines.add(
                    "The other rows are received. Correct the lines and put only them into the folder as a new file.");
        } else {
            lines.add("Intet af filen tæller. Ret den, og læg den i mappen igen.");
            lines.add("Nothing of the file counts. Correct it and put it into the folder again.");
        }
        return String.join("\n", lines) + "\n";
    }

    private static void write(Path place, String suffix, String text) throws IOException {
        Files.writeString(place.resolveSibling(place.getFileName() + suffix), text, StandardCharsets.UTF_8);
    }

    private static Path free(Path target, String name) {
        Path place = target.resolve(name);
        int dot = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        for (int number = 2; Files.exists(place); number++) {
            place = target.resolve(name.substring(0, dot) + "." + number + name.substring(dot));
        }
        return place;
    }
}
