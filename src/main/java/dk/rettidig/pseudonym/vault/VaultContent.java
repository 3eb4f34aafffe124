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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a vault holds, as the bytes that are encrypted: a table of domains, the entries, the outstanding merges
 * ({@code docs/vault.md}).
 */
record VaultContent(List<VaultEntry> entries, List<OutstandingMerge> merges) {

    private static final int NUMBERED = 1;
    private static final int LOCAL = 2;

    /** The first version with the days of each entry and the merges. */
    private static final int WITH_DAYS_AND_MERGES = 2;

    private static final long NO_DAY = Long.MIN_VALUE;

    VaultContent {
        entries = List.copyOf(entries);
        merges = List.copyOf(merges);
    }

    byte[] encode() {
        List<PseudonymDomain> domains = Stream.concat(
                        entries.stream().map(VaultEntry::domain),
                        merges.stream().map(OutstandingMerge::domain))
                .distinct()
                .toList();
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
            out.writeInt(merges.size());
            for (OutstandingMerge merge : merges) {
                out.writeShort(domains.indexOf(merge.domain()));
                encode(out, merge);
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
        out.writeLong(entry.since().map(LocalDate::toEpochDay).orElse(NO_DAY));
        out.writeLong(entry.expected().map(LocalDate::toEpochDay).orElse(NO_DAY));
    }

    private static void encode(DataOutputStream out, OutstandingMerge merge) throws IOException {
        write(out, merge.id().getBytes(StandardCharsets.US_ASCII));
        out.write(merge.from().bytes());
        out.write(merge.to().bytes());
        out.writeLong(merge.decided().toEpochDay());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    static VaultContent decode(byte[] content, int version) throws VaultException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            List<PseudonymDomain> domains = new ArrayList<>();
            for (int i = in.readUnsignedShort(); i > 0; i--) {
                domains.add(PseudonymDomain.parse(new String(read(in), StandardCharsets.US_ASCII)));
            }
            List<VaultEntry> entries = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                entries.add(entry(in, domains.get(in.readUnsignedShort()), version));
            }
            List<OutstandingMerge> merges = new ArrayList<>();
            for (int i = version < WITH_DAYS_AND_MERGES ? 0 : in.readInt(); i > 0; i--) {
                merges.add(merge(in, domains.get(in.readUnsignedShort())));
            }
            if (in.available() > 0) {
                throw damaged();
            }
            return new VaultContent(entries, merges);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | DateTimeException other) {
            throw damaged();
        }
    }

    private static VaultEntry entry(DataInputStream in, PseudonymDomain domain, int version)
            throws IOException, VaultException {
        Pseudonym pseudonym = Pseudonym.of(in.readNBytes(Pseudonym.LENGTH));
        int kind = in.readUnsignedByte();
        VaultIdentity identity = identity(kind, read(in));
        LocalDate expires = LocalDate.ofEpochDay(in.readLong());
        String why = new String(read(in), StandardCharsets.UTF_8);
        if (version < WITH_DAYS_AND_MERGES) {
            return new VaultEntry(domain, pseudonym, identity, expires, why);
        }
        return new VaultEntry(domain, pseudonym, identity, expires, why, day(in), day(in));
    }

    private static Optional<LocalDate> day(DataInputStream in) throws IOException {
        long day = in.readLong();
        return day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private static OutstandingMerge merge(DataInputStream in, PseudonymDomain domain) throws IOException {
        String id = new String(read(in), StandardCharsets.US_ASCII);
        Pseudonym from = Pseudonym.of(in.readNBytes(Pseudonym.LENGTH));
        Pseudonym to = Pseudonym.of(in.readNBytes(Pseudonym.LENGTH));
        return new OutstandingMerge(id, domain, from, to, LocalDate.ofEpochDay(in.readLong()));
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

    @Override
    public String toString() {
        return "VaultContent[hidden]";
    }
}
