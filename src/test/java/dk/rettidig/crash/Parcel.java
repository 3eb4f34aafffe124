package dk.rettidig.crash;

import dk.rettidig.crash.Person.Answer;
import dk.rettidig.feed.DeliveryNote;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A delivery, signed and ready to be sent as often as it takes. */
@SuppressWarnings("ArrayRecordComponent") // bytes on the wire, never compared
record Parcel(String feed, String contentType, String note, byte[] wire) {

    /** Sends all of it. */
    Answer send(Person sender) {
        return sender.send(sender.to(path())
                .header("Content-Type", contentType)
                .header(DeliveryNote.HEADER, note)
                .POST(BodyPublishers.ofByteArray(wire)));
    }

    /** Sends the headers and so many bytes, and then nothing more until it is let go and hangs up. */
    void sendHalting(URI service, int bytes, CountDownLatch letGo) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType + "\r\n"
                            + DeliveryNote.HEADER + ": " + note + "\r\nContent-Length: " + wire.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(wire, 0, bytes);
            out.flush();
            letGo.await();
        } catch (IOException cut) {
            // The service was killed: there is nobody to send to.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String path() {
        return "/api/v1/feeds/" + feed + "/deliveries";
    }

    @Override
    public String toString() {
        return "Parcel[" + feed + "]";
    }
}
