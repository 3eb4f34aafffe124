package dk.rettidig.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A long list in parts that one statement takes as parameters: PostgreSQL's protocol has room for 65,535. */
public final class Parts {

    private static final int MOST = 1_000;

    private Parts() {}

    /** The parts in order; none of an empty list. */
    public static <T> Stream<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        return IntStream.range(0, (list.size() + MOST - 1) / MOST)
                .mapToObj(part -> list.subList(part * MOST, Math.min(list.size(), (part + 1) * MOST)));
    }
}
