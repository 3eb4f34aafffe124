package dk.rettidig.cli.vault;

import dk.rettidig.cli.console.Console;
import dk.rettidig.pseudonym.CprNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Numbers from lines; remembers which lines are wrong and why, and nothing of what stands there. */
final class NumberList {

    private static final int SHOWN = 20;

    private final Set<CprNumber> numbers = new LinkedHashSet<>();
    private final List<String> wrong = new ArrayList<>();

    private NumberList() {}

    /**
     * Reads lines; empty ones do not matter.
     *
     * @param today for whom is an adult
     */
    static NumberList read(InputStream in, LocalDate today) throws IOException {
        NumberList list = new NumberList();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                list.take(line, number, today);
            }
        }
        return list;
    }

    private void take(String line, int number, LocalDate today) {
        switch (Admission.read(line, today)) {
            case Admission.TurnedAway away -> wrong.add(number + ": " + away.code());
            case Admission.Admitted admitted -> numbers.add(admitted.number());
        }
    }

    boolean isSound() {
        return wrong.isEmpty() && !numbers.isEmpty();
    }

    List<CprNumber> numbers() {
        return List.copyOf(numbers);
    }

    void show(Console console) {
        console.bad(wrong.size() + " linjer er forkerte, intet er tilføjet / lines are wrong, nothing was added");
        wrong.stream().limit(SHOWN).forEach(line -> console.detail("linje / line " + line));
    }

    @Override
    public String toString() {
        return "NumberList[" + numbers.size() + " hidden]";
    }
}
