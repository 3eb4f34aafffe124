package dk.rettidig.pseudonym.vault;

import dk.rettidig.pseudonym.CprNumber;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.VaultException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A vault's entries as the bytes that are encrypted: a table of domains, then the entries ({@code docs/vault.md}). */
final class VaultContent {

    private static final int NUMBERED = 1;
    private static final int LOCAL = 2;

    private VaultContent() {}

    static byte[] encode(Collection<VaultEntry> entries) {
        List<PseudonymDomain> domains =
                entries.stream().map(VaultEntry::domain).distinct().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(domains.size());
            for (PseudonymDomain domain : domains) {
                write(out, domain.text().getBytes(StandardCharsets.US_ASCII));
            }
            out.writeInt(entries.size());
            for (VaultEntry entry : entries) {
                out.writeShort(domains.indexOf(entry.domain()));
                encode(out, entry);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void encode(DataOutputStream out, VaultEntry entry) throws IOException {
        out.write(entry.pseudonym().bytes());
        switch (entry.identity()) {
            case VaultIdentity.Numbered numbered -> {
                out.writeByte(NUMBERED);
                write(out, numbered.number().input());
            }
            case VaultIdentity.Local local -> {
                out.writeByte(LOCAL);
                write(out, local.id().getBytes(StandardCharsets.US_ASCII));
            }
        }
        out.writeLong(entry.expires().toEpochDay());
        write(out, entry.why().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    static List<VaultEntry> decode(byte[] content) throws VaultException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            List<PseudonymDomain> domains = new ArrayList<>();
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                domains.add(PseudonymDomain.parse(new String(read(in), StandardCharsets.US_ASCII)));
            }
            List<VaultEntry> entries = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                entries.add(decode(in, domains.get(in.readUnsignedShort())));
            }
            if (in.available() > 0) {
                throw damaged();
            }
            return entries;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | DateTimeException other) {
            throw damaged();
        }
    }

    private static VaultEntry decode(DataInputStream in, PseudonymDomain domain) throws IOException, VaultException {
        byte[] pseudonym = in.readNBytes(Pseudonym.LENGTH);
        int kind = in.readUnsignedByte();
        byte[] id = read(in);
        LocalDate expires = LocalDate.ofEpochDay(in.readLong());
        String why = new String(read(in), StandardCharsets.UTF_8);
        return new VaultEntry(domain, Pseudonym.of(pseudonym), identity(kind, id), expires, why);
    }

    private static VaultIdentity identity(int kind, byte[] id) throws VaultException {
        if (kind == NUMBERED && CprNumber.read(id, 0, id.length) instanceof CprNumber.Read read) {
            return new VaultIdentity.Numbered(read.number());
        }
        if (kind == LOCAL) {
            return new VaultIdentity.Local(new String(id, StandardCharsets.US_ASCII));
        }
        throw damaged();
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new java.io.EOFException("cut off");
        }
        return bytes;
    }

    /** Never of a file that opened: the tag would not have held. */
    private static VaultException damaged() {
        return new VaultException(Reason.WRONG_SECRET_OR_DAMAGED);
    }
}
