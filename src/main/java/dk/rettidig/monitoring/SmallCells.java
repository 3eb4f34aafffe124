package dk.rettidig.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Keeps one small group from being what is left when the shown ones are taken from the whole. */
final class SmallCells {

    private SmallCells() {}

    /**
     * The groups as they may be shown: where a single one with anybody in it is left out, the next larger is left out too.
     *
     * @param groups empty where a group is too small itself
     * @param cases how many cases a group has, shown or not
     * @param size how many cases a shown one is made of
     */
    static <T> List<Optional<T>> shown(List<Optional<T>> groups, IntToLongFunction cases, ToLongFunction<T> size) {
        List<Integer> hidden = IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).isEmpty() && cases.applyAsLong(i) > 0)
                .boxed()
                .toList();
        List<Optional<T>> shown = new ArrayList<>(groups);
        if (hidden.size() == 1) {
            IntStream.range(0, groups.size())
                    .filter(i -> groups.get(i).isPresent())
                    .boxed()
                    .min(Comparator.comparingLong(
                            i -> size.applyAsLong(groups.get(i).orElseThrow())))
                    .ifPresent(next -> shown.set(next, Optional.empty()));
        }
        return shown;
    }
}
