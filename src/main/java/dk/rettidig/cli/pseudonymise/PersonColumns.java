package dk.rettidig.cli.pseudonymise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a file has the name and the birth date of its people. */
record PersonColumns(List<String> names, String birthDate) {

    PersonColumns {
        names = List.copyOf(names);
    }

    /** Somebody's name, as it is compared, and birth date. */
    record Person(String name, LocalDate birthDate) {

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    /** Who a row is about; empty when it does not say both. */
    Optional<Person> read(RowReader rows) {
        String name = Names.plain(
                names.stream().flatMap(column -> rows.text(column).stream()).collect(Collectors.joining(" ")));
        return rows.text(birthDate)
                .flatMap(Names::date)
                .filter(_ -> !name.isEmpty())
                .map(day -> new Person(name, day));
    }

    /** @throws InputRefused when a file with a header lacks one of the columns */
    void check(Layout layout, String file) throws InputRefused {
        if (layout instanceof CsvLayout csv) {
            for (String column : names) {
                check(csv, column, file);
            }
            check(csv, birthDate, file);
        }
    }

    private static void check(CsvLayout csv, String column, String file) throws InputRefused {
        if (!csv.header().contains(column)) {
            throw new InputRefused(
                    "column_missing",
                    file + " har ingen kolonne " + column + ".",
                    file + " has no column " + column + ".");
        }
    }

    String text() {
        return String.join("+", names) + "/" + birthDate;
    }
}
