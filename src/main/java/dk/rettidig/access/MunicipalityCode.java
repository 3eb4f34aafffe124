package dk.rettidig.access;

import java.util.Objects;

/** A municipality's three-digit code, {@code 101} to {@code 860}, or {@code 999}, the synthetic municipality. */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {

    /** The synthetic municipality of demonstrations and tests; no real one has this code. */
    public static final MunicipalityCode SYNTHETIC = new MunicipalityCode("999");

    public MunicipalityCode {
        Objects.requireNonNull(value);
        if (!value.matches("[1-9][0-9]{2}")) {
            throw new IllegalArgumentException("a municipality code is three digits");
        }
    }

    /** The code as the number that keys and partitions use. */
    public short number() {
        return Short.parseShort(value);
    }

    /** The code that a key's number stands for. */
    public static MunicipalityCode of(int number) {
        return new MunicipalityCode(Integer.toString(number));
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
