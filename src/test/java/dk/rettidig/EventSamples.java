package dk.rettidig;

import dk.rettidig.ledger.LedgerEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes an event of each kind out of nothing but its type, so that the catalogue can show what really enters the ledger. */
final class EventSamples {

    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(double.class, 0.5),
            Map.entry(short.class, (short) 1),
            Map.entry(char.class, ','),
            Map.entry(byte[].class, new byte[32]),
            Map.entry(Instant.class, Instant.parse("2026-11-22T10:00:00Z")),
            Map.entry(YearMonth.class, YearMonth.parse("2026-11")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-22")),
            Map.entry(UUID.class, new UUID(1, 1)));

    /** What a record of one text may be made of: the first that it takes. */
    private static final List<String> TEXTS = List.of(
            "word",
            "999",
            "0".repeat(64),
            "A".repeat(43),
            "lb.demo.notified",
            "WORD_ONE",
            "a/1.0.0",
            "SAG-2026-17",
            "Set på skolen i dag, og lærer og barn fortæller det samme.",
            "00000001",
            "0".repeat(16),
            "A".repeat(8));

    private final Map<Class<?>, Supplier<?>> made = new HashMap<>();

    /** With these for types that cannot be made from their parts alone. */
    <T> EventSamples with(Class<T> type, Supplier<? extends T> one) {
        made.put(type, one);
        return this;
    }

    /** One event, and one for each value of each enumeration that it is made of, its parts' parts too. */
    List<LedgerEvent> of(Class<?> event) {
        List<LedgerEvent> events = new ArrayList<>(List.of((LedgerEvent) value(event, event)));
        for (Class<?> words : words(event)) {
            for (Object word : words.getEnumConstants()) {
                made.put(words, () -> word);
                one(event).ifPresent(events::add);
                made.remove(words);
            }
        }
        return events;
    }

    /** Empty when the present words do not go together. */
    private Optional<LedgerEvent> one(Class<?> event) {
        try {
            return Optional.of((LedgerEvent) value(event, event));
        } catch (IllegalStateException doNotGoTogether) {
            return Optional.empty();
        }
    }

    private static Set<Class<?>> words(Class<?> type) {
        Set<Class<?>> words = new LinkedHashSet<>();
        for (RecordComponent part : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            if (part.getType().isEnum()) {
                words.add(part.getType());
            } else {
                words.addAll(words(part.getType()));
            }
        }
        return words;
    }

    private Object value(Class<?> type, Type full) {
        if (made.containsKey(type)) {
            return made.get(type).get();
        }
        if (PLAIN.containsKey(type)) {
            return PLAIN.get(type);
        }
        if (type == String.class) {
            return TEXTS.getFirst();
        }
        if (type == Optional.class) {
            return Optional.of(value(argument(full), argument(full)));
        }
        if (type == List.class) {
            return List.of(value(argument(full), argument(full)));
        }
        if (type == Set.class) {
            return Set.of(value(argument(full), argument(full)));
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[0], type.getPermittedSubclasses()[0]);
        }
        if (type.isRecord()) {
            return made(type);
        }
        throw new IllegalStateException("EventSamples needs one of " + type.getName());
    }

    private static Class<?> argument(Type full) {
        Type argument = ((ParameterizedType) full).getActualTypeArguments()[0];
        return argument instanceof Class<?> type ? type : (Class<?>) ((ParameterizedType) argument).getRawType();
    }

    private Object made(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        List<String> texts =
                Arrays.stream(parts).anyMatch(part -> part.getType() == String.class) ? TEXTS : List.of("");
        List<Throwable> refused = new ArrayList<>();
        for (String text : texts) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(Arrays.stream(parts)
                        .map(part ->
                                part.getType() == String.class ? text : value(part.getType(), part.getGenericType()))
                        .toArray());
            } catch (InvocationTargetException notThis) {
                refused.add(notThis.getCause());
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        }
        throw new IllegalStateException("EventSamples needs one of " + type.getName() + ": " + refused);
    }
}
