package dk.rettidig.review.page;

import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.review.OutcomeDraft;
import dk.rettidig.web.FormErrors;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** The outcome form as a browser sends it; a field that was left alone is empty. */
public class OutcomeForm {

    /** Digits of a year. */
    private static final int LONGEST_DATE_PART = 4;

    @RestForm
    @DefaultValue("")
    String version = "";

    @RestForm
    @DefaultValue("")
    String kind = "";

    @RestForm
    @DefaultValue("")
    String justification = "";

    @RestForm("open_case")
    @DefaultValue("")
    String openCase = "";

    @RestForm("aware_on-day")
    @DefaultValue("")
    String day = "";

    @RestForm("aware_on-month")
    @DefaultValue("")
    String month = "";

    @RestForm("aware_on-year")
    @DefaultValue("")
    String year = "";

    @RestForm("how_told")
    @DefaultValue("")
    String howTold = "";

    @RestForm
    @DefaultValue("")
    String indicator = "";

    OutcomeDraft draft() {
        return new OutcomeDraft(kind, justification, openCase, date(), howTold, indicator);
    }

    /** The form's version of the flag; one that matches nothing when the field was tampered with. */
    long readVersion() {
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    /** ISO when the three fields are numbers; otherwise something that is no date. */
    private String date() {
        boolean numbers = day.strip().matches("[0-9]{1,2}")
                && month.strip().matches("[0-9]{1,2}")
                && year.strip().matches("[0-9]{4}");
        return numbers ? year.strip() + "-" + twoDigits(month) + "-" + twoDigits(day) : day + month + year;
    }

    private static String twoDigits(String text) {
        return text.strip().length() == 1 ? "0" + text.strip() : text.strip();
    }

    /** The form as it is shown again, with what was written, except what may not be kept anywhere. */
    Written written(FormErrors errors) {
        return new Written(
                kind,
                errors.on("justification") && cpr(errors, "justification") ? "" : justification,
                errors.on("open_case") ? "" : openCase,
                datePart(day),
                datePart(month),
                datePart(year),
                errors.on("how_told") && cpr(errors, "how_told") ? "" : howTold,
                IndicatorId.isValid(indicator) ? indicator : "");
    }

    /** What is too long for a day, a month or a year is something else, and is not shown again. */
    private static String datePart(String written) {
        return written.strip().length() <= LONGEST_DATE_PART ? written : "";
    }

    private static boolean cpr(FormErrors errors, String field) {
        return errors.at(field).contains("cpr") || errors.at(field).contains("CPR");
    }

    /** What a form shows in its fields. */
    public record Written(
            String kind,
            String justification,
            String openCase,
            String day,
            String month,
            String year,
            String howTold,
            String indicator) {

        /** A form nobody has written in yet. */
        static final Written NOTHING = new Written("", "", "", "", "", "", "", "");

        @Override
        public String toString() {
            return "Written[hidden]";
        }
    }
}
