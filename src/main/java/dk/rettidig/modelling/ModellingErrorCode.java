package dk.rettidig.modelling;

import dk.rettidig.fault.ErrorCode;

/** Why a model is not trained. */
public enum ModellingErrorCode implements ErrorCode {
    SETTINGS_MALFORMED(
            "modelling_settings_malformed",
            400,
            "Indstillingerne til træning kan ikke læses. Ret det nævnte felt eller den nævnte linje.",
            "The training settings cannot be read. Correct the field or line that is named."),
    TARGET_REFUSED(
            "modelling_target_refused",
            403,
            "En model trænes kun på, om en undersøgelse fandt behov for støtte inden for seks måneder. Underrettet igen, anbragt og ingen registreret indsats måler noget andet end behov.",
            "A model is trained only for whether an assessment found need for support within six months. Notified again, placed and no registered measure measure something else than need."),
    INDICATOR_REFUSED(
            "modelling_indicator_refused",
            403,
            "En indikator er ukendt, spærret, slået fra eller forbudt. Fjern den fra indstillingerne.",
            "An indicator is unknown, blocked, disabled or forbidden. Remove it from the settings."),
    SPLIT_IN_TIME(
            "modelling_split_in_time",
            400,
            "Prøvedata skal ligge mindst seks måneder efter træningsdata, så alle svar var kendt. Flyt datoen.",
            "The test data must lie at least six months after the training data, so that every outcome was known. Move the date."),
    TOO_FEW(
            "modelling_too_few",
            422,
            "Der er for få børn, eller kun ét udfald, i en del af data. Brug flere data.",
            "There are too few children, or only one outcome, in a part of the data. Use more data."),
    NOTHING_LEARNED(
            "modelling_nothing_learned",
            422,
            "Ingen indikator viste en målbar gevinst i den angivne retning. Der er ingen model at frigive.",
            "No indicator showed a measurable gain in its declared direction. There is no model to release."),
    LIMIT_MISSING(
            "modelling_limit_missing",
            500,
            "En prøve har ingen grænse i release-limits.yaml. Tilføj grænsen med sin begrundelse.",
            "A test has no limit in release-limits.yaml. Add the limit with its reason."),
    GATE_FAILED(
            "modelling_gate_failed",
            403,
            "Modellen bestod ikke udgivelsesprøven. Se hvilken prøve, hvilket tal og hvilken grænse, og træn igen.",
            "The model did not pass the release gate. See which test, figure and limit, and train again."),
    RELEASE_EXISTS(
            "modelling_release_exists",
            409,
            "Versionen er allerede frigivet. Giv modellen en ny version i indstillingerne.",
            "The version is released already. Give the model a new version in the settings."),
    CSV_MALFORMED(
            "evaluation_csv_malformed",
            400,
            "CSV-filen kan ikke læses. Den skal være UTF-8, have en overskrift og lige mange felter i hver linje.",
            "The CSV file cannot be read. It must be UTF-8, have a header and as many fields in every line."),
    COLUMN_MISSING(
            "evaluation_column_missing",
            400,
            "Filen har ingen kolonne med det navn. Vælg en af de nævnte.",
            "The file has no column of this name. Choose one of those listed."),
    VALUE_MALFORMED(
            "evaluation_value_malformed",
            400,
            "En værdi i en talkolonne er ikke et tal. Ret den nævnte linje, eller lad feltet være tomt.",
            "A value in a column of numbers is not a number. Correct the line that is named, or leave the field empty."),
    LABEL_REFUSED(
            "evaluation_label_refused",
            400,
            "Udfaldet skal have to værdier (1/0, true/false, ja/nej). Angiv ellers med --positive, hvilken værdi der tæller.",
            "The label must have two values (1/0, true/false, yes/no). Otherwise say with --positive which value counts."),
    ONE_CLASS(
            "evaluation_one_class",
            422,
            "Alle rækker har samme udfald, så der er intet at skelne. Brug data med begge udfald.",
            "All rows have the same outcome, so there is nothing to tell apart. Use data with both."),
    SCORE_MISSING(
            "evaluation_score_missing",
            422,
            "Nogle rækker har ingen score. Fjern dem fra filen, og skriv, hvor mange det var.",
            "Some rows have no score. Remove them from the file and write down how many they were."),
    BOOSTED_UNAVAILABLE(
            "modelling_boosted_unavailable",
            500,
            "Den boostede model kan ikke beregnes her: den kræver x86_64 og på Linux pakken libgomp1. Installer den, eller brug --model scorecard.",
            "The boosted model cannot be calculated here: it needs x86_64 and, on Linux, the package libgomp1. Install it, or use --model scorecard."),
    COUNTS_MALFORMED(
            "evaluation_counts_malformed",
            400,
            "Tabellen med antal kan ikke bruges. Ret den nævnte linje. Overskriften er attribute,value,predicted,outcome,count eller attribute,value,score,outcome,count.",
            "The table of counts cannot be used. Correct the line that is named. The header is attribute,value,predicted,outcome,count or attribute,value,score,outcome,count."),
    COUNTS_OF_PEOPLE(
            "evaluation_counts_of_people",
            422,
            "Filen ligner rækker om enkelte personer, ikke antal. Intet er brugt. Tæl op uden for tjenesten, én linje for hver gruppe, score og udfald, og slet filen her.",
            "The file looks like rows about single people, not counts. Nothing was used. Count outside the service, one line for each group, score and outcome, and delete the file here."),
    ROWS_MALFORMED(
            "training_rows_malformed",
            400,
            "Træningsrækkerne kan ikke bruges. Ret den nævnte kolonne i den nævnte linje, som der står under expected. Intet er trænet.",
            "The training rows cannot be used. Correct the column of the line that is named, as expected says. Nothing was trained."),
    ROWS_FUTURE(
            "training_rows_future",
            422,
            "En oplysning var først kendt, eller dens periode først slut, efter opgørelsesdagen. Den ville røbe fremtiden. Træk rækkerne igen, som de var kendt den dag; fjern ikke bare linjen.",
            "A fact became known, or its period ended, after the as-of day. It would give the future away. Draw the rows again as they were known on that day; do not just remove the line."),
    ROWS_PERSON(
            "training_rows_person",
            422,
            "Noget i træningsrækkerne kan være et personnummer. Intet er brugt. Pseudonymisér rækkerne (./rettidig pseudonymise), og slet filen her.",
            "Something in the training rows may be a person's number. Nothing was used. Pseudonymise the rows (./rettidig pseudonymise) and delete the file here."),
    ROWS_ATTRIBUTE(
            "training_rows_attribute",
            403,
            "Træningsrækkerne rummer en kolonne eller indikator, som ikke må komme ind i tjenesten. Fjern den. Andre grupper prøves med antal, der er talt op udenfor: ./rettidig evaluate --group-counts.",
            "The training rows hold a column or indicator that may not enter the service. Remove it. Other groups are evaluated by counts made outside: ./rettidig evaluate --group-counts."),
    ROWS_NOT_PERMITTED(
            "training_rows_not_permitted",
            403,
            "Regelsættet tillader ikke at træne på disse børns oplysninger. De nævnte regler siger hvorfor; ./rettidig policy explain viser dem. Intet er læst.",
            "The rule set does not permit training on these children's data. The rules that are named say why; ./rettidig policy explain shows them. Nothing was read."),
    NOT_WRITTEN(
            "modelling_not_written",
            500,
            "Modellen kunne ikke skrives. Se efter plads og rettigheder i mappen.",
            "The model could not be written. Check space and permissions of the directory.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ModellingErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
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
