package dk.rettidig.pseudonym.vault;

/** Where a vault's key comes from; the number stands in the file. */
enum KeyOrigin {
    PASSPHRASE(1),
    KEY_FILE(2);

    private final byte number;

    KeyOrigin(int number) {
        this.number = (byte) number;
    }

    static KeyOrigin of(byte number) throws VaultException {
        for (KeyOrigin each : values()) {
            if (each.number == number) {
                return each;
            }
        }
        throw new VaultException(VaultException.Reason.NOT_A_VAULT);
    }

    byte number() {
        return number;
    }
}
