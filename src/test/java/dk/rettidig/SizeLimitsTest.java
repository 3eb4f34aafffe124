package dk.rettidig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small and plain: the limits on the length of files and methods of the main code. */
class SizeLimitsTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 500;
    private static final int FILE_AT_95TH_PERCENTILE = 250;
    private static final int LONGEST_METHOD = 60;
    private static final int METHOD_AT_95TH_PERCENTILE = 25;

    private record Sized(String name, int lines) {}

    @Test
    void filesAreShort() throws IOException {
        List<Sized> files = new ArrayList<>();
        for (Path source : sources(MAIN)) {
            files.add(new Sized(
                    source.toString(),
                    Files.readAllLines(source, StandardCharsets.UTF_8).size()));
        }

        assertThat(files).filteredOn(file -> file.lines() > LONGEST_FILE).isEmpty();
        assertThat(percentile95(files)).isLessThanOrEqualTo(FILE_AT_95TH_PERCENTILE);
    }

    @Test
    void noFileOfTheTestsIsLong() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path source : sources(Path.of("src/test/java"))) {
            if (Files.readAllLines(source, StandardCharsets.UTF_8).size() > LONGEST_FILE) {
                longer.add(source.toString());
            }
        }

        assertThat(longer).isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        List<Sized> methods = methods();

        assertThat(methods)
                .filteredOn(method -> method.lines() > LONGEST_METHOD)
                .isEmpty();
        assertThat(percentile95(methods)).isLessThanOrEqualTo(METHOD_AT_95TH_PERCENTILE);
    }

    private static int percentile95(List<Sized> sizes) {
        List<Integer> sorted = sizes.stream()
                .map(Sized::lines)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get((int) Math.floor((sorted.size() - 1) * 0.95));
    }

    private static List<Path> sources(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Sized> methods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Sized> methods = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources(MAIN)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse()
                    .forEach(unit -> new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitMethod(MethodTree method, Void unused) {
                            long start = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                            long end = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                            methods.add(new Sized(
                                    unit.getSourceFile().getName() + "#" + method.getName(), (int) (end - start + 1)));
                            return super.visitMethod(method, null);
                        }
                    }.scan(unit, null));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return methods;
    }
}
