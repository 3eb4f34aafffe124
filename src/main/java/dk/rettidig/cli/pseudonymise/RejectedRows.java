package dk.rettidig.cli.pseudonymise;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The report of rows that stay out: line, code and reason, nothing of their contents. Written aside and moved when complete. */
final class RejectedRows implements AutoCloseable {

    private final Path draft;
    private final Path file;
    private final BufferedWriter out;
    private boolean any;

    RejectedRows(Path file) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".partial");
        this.out = Files.newBufferedWriter(
                draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        out.write("line,code,reason_da,reason_en\r\n");
    }

    void add(Row.Bad row) throws IOException {
        any = true;
        RowProblem problem = row.problem();
        out.write(row.line() + "," + problem.code() + "," + quoted(problem.danish()) + "," + quoted(problem.english())
                + "\r\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Makes the report stand, if there is anything in it; an older one goes. */
    Optional<Path> release() throws IOException {
        out.close();
        if (any) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(file);
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(draft);
    }
}
