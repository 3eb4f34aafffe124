package dk.rettidig.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a policy set whole, from a directory or from the application itself. Parses nothing. */
public final class PolicySetReader {

    /** Largest file of a set, in bytes: many times what a country's worth of rules needs, small enough to parse at once. */
    public static final int LARGEST_FILE = 1 << 20;

    private static final String SHIPPED = "/policies/";
    private static final String EXPLANATION = "README.md";

    private PolicySetReader() {}

    /** The set that the application was built with. */
    public static PolicySet shipped() {
        return PolicySet.of(
                PolicySet.FILES.stream().map(PolicySetReader::shippedFile).toList());
    }

    /**
     * The set in a directory, and nothing but it: a file that is missing, unknown or too large is a problem.
     *
     * @throws PolicySetException when the directory does not hold exactly a set
     */
    public static PolicySet read(Path directory) throws PolicySetException {
        List<PolicyProblem> problems = new ArrayList<>();
        List<PolicyFile> files = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            throw new PolicySetException(
                    List.of(new PolicyProblem(directory.toString(), 0, "is not a directory", "name one")));
        }
        for (String path : PolicySet.FILES) {
            readFile(directory, path, files, problems);
        }
        refuseOthers(directory, problems);
        if (!problems.isEmpty()) {
            throw new PolicySetException(problems);
        }
        return PolicySet.of(files);
    }

    private static void readFile(Path directory, String path, List<PolicyFile> files, List<PolicyProblem> problems) {
        Path file = directory.resolve(path);
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(new PolicyProblem(path, 0, "the file is missing", "a set needs all of its files"));
            } else if (Files.size(file) > LARGEST_FILE) {
                problems.add(new PolicyProblem(
                        path, 0, "the file has more than " + LARGEST_FILE + " bytes", "make it smaller"));
            } else {
                files.add(PolicyFile.of(path, Files.readAllBytes(file)));
            }
        } catch (IOException _) {
            problems.add(new PolicyProblem(path, 0, "the file cannot be read", "check its permissions"));
        }
    }

    private static void refuseOthers(Path directory, List<PolicyProblem> problems) {
        try (Stream<Path> all = Files.walk(directory, 4, new FileVisitOption[0])) {
            all.filter(file -> !Files.isDirectory(file))
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !PolicySet.FILES.contains(path) && !path.equals(EXPLANATION))
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .sorted()
                    .forEach(path -> problems.add(new PolicyProblem(
                            path, 0, "no part of the service reads this file", "remove it or give it its right name")));
        } catch (IOException | UncheckedIOException _) {
            problems.add(new PolicyProblem(".", 0, "the directory cannot be read", "check its permissions"));
        }
    }

    private static PolicyFile shippedFile(String path) {
        try (InputStream in = PolicySetReader.class.getResourceAsStream(SHIPPED + path)) {
            if (in == null) {
                throw new IllegalStateException("the application was built without policies/" + path);
            }
            return PolicyFile.of(path, in.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
