package dk.rettidig.cli.companion;

import dk.rettidig.cli.vault.ConversionCourier;
import dk.rettidig.cli.vault.ConversionCourier.Parcel;
import dk.rettidig.cli.vault.HandoverException;
import dk.rettidig.pseudonym.vault.OutstandingMerge;

/** Sends merges to the service at once, signed with the key that two people registered for the vault. */
record CourierPost(ConversionCourier courier) implements MergePost {

    @Override
    public Answer deliver(OutstandingMerge merge) throws InterruptedException {
        try {
            courier.send(Parcel.of(merge));
            return new Told();
        } catch (HandoverException refused) {
            return new NotYet(
                    "Sammenlægningen ligger i arkivet og er ikke modtaget af Rettidig (" + refused.code()
                            + "). Send den igen herfra, når det er rettet.",
                    "The merge is kept in the vault and was not taken by Rettidig (" + refused.code()
                            + "). Send it again from here once that is mended.");
        }
    }
}
