package dk.rettidig.synthetic;

import dk.rettidig.fault.ErrorCode;

/** What can be wrong with the settings of a synthetic population. */
public enum SyntheticErrorCode implements ErrorCode {
    UNKNOWN_MUNICIPALITY(
            "Kommunen findes ikke. Brug en af de 98 kommunekoder, 999 eller all.",
            "There is no such municipality. Use one of the 98 codes, 999 or all."),
    REPEATED_MUNICIPALITY(
            "Den samme kommune er nævnt to gange. Nævn hver kommune én gang.",
            "The same municipality is named twice. Name each one once."),
    CHILDREN_OUT_OF_RANGE(
            "Antallet af børn skal være et helt tal fra 0 til 9.999.999.",
            "The number of children is a whole number from 0 to 9,999,999."),
    SEED_OUT_OF_RANGE(
            "Frøet skal være et helt tal fra 0 til 999.999.999: et tal på ti cifre kunne ligne et CPR-nummer.",
            "The seed is a whole number from 0 to 999,999,999: ten digits could look like a CPR number."),
    DATE_OUT_OF_RANGE(
            "Opgørelsesdagen skal ligge i årene 2000 til 2100; en historik må ikke begynde før 2000.",
            "The as-of day lies in the years 2000 to 2100; a history must not begin before 2000."),
    YEARS_OUT_OF_RANGE(
            "Historikken kan omfatte 1 til 10 år, det seneste medregnet.",
            "A history has 1 to 10 years, the latest included."),
    SCOPE_DAYS_OUT_OF_RANGE(
            "Et barn kan være i omfang fra 1 til 366 dage.", "A child may be in scope for 1 to 366 days."),
    YEAR_NOT_PUBLISHED(
            "Der er kun offentliggjorte tal at efterligne for 2018 til 2022, også for de tidligere år i en historik.",
            "There are published figures to follow of 2018 to 2022 only, for the earlier years of a history too."),
    UNKNOWN_FAULT(
            "Fejltypen findes ikke. Kør synthesise --help for at se dem alle.",
            "There is no such defect. Run synthesise --help to see all of them."),
    OUTPUT_NOT_WRITABLE(
            "Der kan ikke skrives i mappen. Vælg en mappe, som du har adgang til, og som har plads.",
            "The folder can't be written to. Choose one that you have access to and that has room.");

    private final String danish;
    private final String english;

    SyntheticErrorCode(String danish, String english) {
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return "synthetic_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
